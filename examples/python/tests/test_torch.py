# SPDX-License-Identifier: MIT
"""torch's tensors and DataLoader: the same batches from any number of workers."""

import itertools

import numpy as np
import pytest

import husk

torch = pytest.importorskip("torch", reason="torch is not installed: its tests are left out")

from conftest import PHOTOS  # noqa: E402
from torch.utils.data import BatchSampler, DataLoader, DistributedSampler, SequentialSampler, Subset  # noqa: E402

import husk.torch  # noqa: E402

MAKE = husk.Contrastive.moco_v2(size=64, negative=husk.PatchNegative(side=(8, 32)))
FILES = husk.torch.files(PHOTOS) * 4


def dataset(**options):
    return husk.torch.ContrastiveDataset(FILES, MAKE, seed=2021, **options)


def batches(data, epochs=(0, 1), begin=0, **options):
    """The bytes of all batches, and where each is: epoch, number."""
    order = DistributedSampler(data, num_replicas=1, rank=0, shuffle=True, seed=2021)
    loader = DataLoader(data, batch_size=6, sampler=order, **options)
    for epoch in epochs:
        data.set_epoch(epoch)
        order.set_epoch(epoch)
        for number, batch in enumerate(loader):
            if number >= begin:
                yield epoch, number, [t.numpy().tobytes() for t in batch]


@pytest.fixture(scope="module")
def reference():
    return list(batches(dataset()))


LOADERS = {
    "1 worker": {"num_workers": 1},
    "4 workers": {"num_workers": 4},
    "kept": {"num_workers": 2, "persistent_workers": True},
    "spawned": {"num_workers": 2, "multiprocessing_context": "spawn"},
    "spawned and kept": {"num_workers": 1, "multiprocessing_context": "spawn", "persistent_workers": True},
}


@pytest.mark.filterwarnings("ignore:This DataLoader will create")
@pytest.mark.parametrize("workers", LOADERS)
def test_workers_change_nothing(reference, workers):
    assert list(batches(dataset(), **LOADERS[workers])) == reference


@pytest.mark.parametrize("options", [{}, {"threads": 3}, {"channels_last": True}], ids=str)
def test_filled_batches_are_stacked_samples(reference, options):
    data = dataset(**options)
    loader = DataLoader(data, batch_size=20, collate_fn=data.collate)
    ((query, key, negatives),) = loader
    for i in (0, 7, 19):
        for whole, sample in zip((query, key, negatives), dataset()[i]):
            assert torch.equal(whole[i], sample)
    if "channels_last" in options:
        assert query.is_contiguous(memory_format=torch.channels_last)
    else:
        assert list(batches(data, collate_fn=data.collate, num_workers=2)) == reference


def test_epochs_differ(reference):
    assert reference[0][2] != reference[len(reference) // 2][2]


def test_a_resumed_run_goes_on(reference):
    again = list(batches(dataset(), epochs=(1,), begin=2, num_workers=2))
    assert again == [r for r in reference if r[0] == 1 and r[1] >= 2]


def test_subsets_and_samplers_keep_the_index():
    data = dataset()
    assert torch.equal(Subset(data, [5, 3])[1][0], data[3][0])
    sampler = BatchSampler(SequentialSampler(data), 7, drop_last=False)
    sizes = [query.shape[0] for query, _, _ in DataLoader(data, sampler=sampler, batch_size=None)]
    assert sizes == [7, 7, 6]
    with pytest.raises(IndexError):
        data[20]
    assert torch.equal(data[-1][0], data[19][0])
    assert len(list(itertools.islice(data, 3))) == 3


def test_images_of_every_kind(photos):
    from PIL import Image

    kinds = [photos[0], torch.from_numpy(photos[0]), Image.fromarray(photos[0])]
    data = husk.torch.ContrastiveDataset(kinds, MAKE, seed=1, dtype=torch.float16)
    query = husk.Pipeline.moco_v2(64)(photos[0], seed=1, index=1, dtype="float16")
    assert np.array_equal(data[1][0].numpy(), query)


def test_tensors_are_filled_where_they_lie(photo):
    q, k, n = torch.empty(4, 3, 64, 64), torch.empty(4, 3, 64, 64), torch.empty(4, 1, 3, 64, 64)
    expected = MAKE(photo, seed=2021, index=42)
    made = MAKE(photo, seed=2021, index=42, out=(q[1], k[1], n[1]))
    assert made[0].data_ptr() == q[1].data_ptr()
    for tensors, array in zip((q, k, n), expected):
        assert np.array_equal(tensors[1].numpy(), array)
    last = torch.empty(4, 3, 64, 64).to(memory_format=torch.channels_last)
    rest = [torch.empty_like(last), torch.empty_like(last)]
    MAKE.batch([torch.from_numpy(photo)] * 4, seed=2021, indices=torch.tensor([1, 42, 2, 3]), out=(last, *rest))
    assert np.array_equal(last[1].numpy(), expected[0])
    half = MAKE(photo, seed=2021, index=42, dtype=torch.float16)[0]
    assert half.dtype == np.float16


def test_what_is_wrong_with_tensors(photo):
    out = [torch.empty(3, 64, 64), torch.empty(3, 64, 64), torch.empty(3, 64, 64)]
    with pytest.raises(husk.Error, match=r"query is float32\[3, 64, 64\] .*requires a gradient"):
        MAKE(photo, seed=1, index=1, out=(out[0].clone().requires_grad_(), *out[1:]))
    with pytest.raises(husk.Error, match=r"key is bfloat16\[3, 64, 64\]"):
        MAKE(photo, seed=1, index=1, out=(out[0], out[1].bfloat16(), out[2]))
    with pytest.raises(husk.Error, match="must be other memory"):
        same = out[0].expand(2, 3, 64, 64)
        MAKE.batch([photo, photo], seed=1, indices=[0, 1], out=(same, torch.empty(2, 3, 64, 64), same))
