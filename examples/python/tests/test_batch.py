# SPDX-License-Identifier: MIT
"""Batches: any number of threads, images of any size, the interpreter free in the meantime."""

import sys
import threading
import time

import numpy as np
import pytest

import husk

MAKE = husk.Contrastive.moco_v2(size=64, negative=husk.PatchNegative(side=(8, 32)), negatives=2)
INDICES = [9, 4, 2**40, 9, 0]


@pytest.mark.parametrize("threads", [0, 1, 2, 5])
def test_a_batch_is_its_samples(photos, threads):
    batch = MAKE.batch(photos, seed=1, epoch=2, indices=INDICES, threads=threads)
    assert [t.shape for t in batch] == [(5, 3, 64, 64), (5, 3, 64, 64), (5, 2, 3, 64, 64)]
    for i, index in enumerate(INDICES):
        for whole, sample in zip(batch, MAKE(photos[i], seed=1, epoch=2, index=index)):
            assert np.array_equal(whole[i], sample)


def test_an_array_of_images(photos):
    images = np.stack([p[:200, :200] for p in photos])
    from_array = MAKE.batch(images, seed=1, indices=np.array([3, 1, 4, 1, 5]))
    from_list = MAKE.batch(list(images), seed=1, indices=[3, 1, 4, 1, 5])
    assert all(np.array_equal(a, b) for a, b in zip(from_array, from_list))


def test_crops_of_a_batch(photos):
    crops = husk.MultiCrop.swav(small=3)
    batch = crops.batch(photos, seed=1, indices=range(5), threads=2)
    assert [t.shape for t in batch] == [(5, 2, 3, 224, 224), (5, 3, 3, 96, 96)]
    for whole, sample in zip(batch, crops(photos[4], seed=1, index=4)):
        assert np.array_equal(whole[4], sample)


def test_views_of_a_batch(photos):
    view = husk.Pipeline.moco_v2(64)
    batch = view.batch(photos, seed=1, indices=range(5), threads=2)
    out = np.empty((5, 3, 64, 64), np.float32)
    assert view.batch(photos, seed=1, indices=range(5), out=out) is out
    assert batch.shape == out.shape and np.array_equal(batch, out)
    assert np.array_equal(batch[3], view(photos[3], seed=1, index=3))


def test_an_empty_batch():
    assert MAKE.batch([], seed=1, indices=[])[0].shape[0] == 0


def test_what_is_wrong_with_a_batch(photos):
    def message(*images, indices=(0, 1), out=None, threads=1):
        with pytest.raises(husk.Error) as raised:
            MAKE.batch(list(images), seed=1, indices=indices, out=out, threads=threads)
        return str(raised.value)

    a, b = photos[:2]
    assert "len(indices) is 3: must be that of images, 2" in message(a, b, indices=(1, 2, 3))
    assert "indices[1] is 'b': must be a whole number" in message(a, b, indices=(0, "b"))
    assert "images[1] is float32" in message(a, b.astype(np.float32))
    assert "(sample 1 of the batch)" in message(a, b[..., :1].copy())
    assert "threads is 5000: must lie in [0, 4096]" in message(a, b, threads=5000)
    out = [np.empty((2, 3, 64, 64), np.float32) for _ in range(2)] + [np.empty((2, 2, 3, 64, 64), np.float32)]
    crossed = np.lib.stride_tricks.as_strided(out[0], out[0].shape, (0, *out[0].strides[1:]))
    assert "query[1] is overlapping query[0]: must be other memory" in message(a, b, out=(crossed, *out[1:]))
    shifted = np.empty((3, 3, 64, 64), np.float32)
    assert "must be other memory" in message(a, b, out=(shifted[:2], shifted[1:], out[2]))


def test_other_threads_go_on(photos):
    """While a batch is computed, Python ticks; with the lock held it would stand still to the end."""
    images = [photos[i % 5] for i in range(200)]
    ticks, done = [], threading.Event()

    def tick():
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.001)

    interval = sys.getswitchinterval()
    ticking = threading.Thread(target=tick)
    ticking.start()
    try:
        begin = time.perf_counter()
        husk.Contrastive.moco_v2().batch(images, seed=1, indices=range(200))
        end = time.perf_counter()
    finally:
        done.set()
        ticking.join()
        assert sys.getswitchinterval() == interval
    # Reading 200 arrays holds the lock for a while at most; the last tenth is all pixels.
    middle = [t for t in ticks if begin + 0.2 * (end - begin) < t < begin + 0.9 * (end - begin)]
    assert len(middle) >= 5, f"{len(middle)} ticks in {end - begin:.3f} s"


def test_calls_from_many_threads(photos):
    expected = [MAKE(p, seed=1, index=i) for i, p in enumerate(photos)]
    wrong = []

    def work():
        for _ in range(20):
            for i, p in enumerate(photos):
                if not all(np.array_equal(a, b) for a, b in zip(MAKE(p, seed=1, index=i), expected[i])):
                    wrong.append(i)

    team = [threading.Thread(target=work) for _ in range(4)]
    for t in team:
        t.start()
    for t in team:
        t.join()
    assert not wrong
