# SPDX-License-Identifier: MIT
"""What describes is a value: it can be printed, compared, pickled, and is checked when it is made."""

import copy
import pickle

import pytest

import husk
from husk import _husk

MAKERS = [
    husk.Contrastive.moco_v1(),
    husk.Contrastive.moco_v2(size=(96, 128), negative=husk.TextureNegative(sewing=husk.Quilt(balance=2)), negatives=3),
    husk.Contrastive.moco_v3(least_area=0.2, normalize=False),
    husk.Contrastive.simclr(strength=0.5, version="v1"),
    husk.Contrastive.byol(negative=husk.GridShuffle(cells=4, rotate=True), source="image"),
    husk.Contrastive.barlow_twins(negative=husk.PatchNegative(side=(16, 72), rule="ge2021")),
    husk.MultiCrop.swav(),
    husk.MultiCrop.dino(small=2),
    husk.MultiCrop.dinov2(blurs="as_documented", small_size=98),
    husk.Pipeline.simclr_cifar(),
    husk.Pipeline([husk.RandomResizedCrop(64), husk.RandomVerticalFlip(), husk.ColorJitter(0.1, (0.5, 2))]),
    husk.PatchNegative(side=20, size=(224, 112)),
]


@pytest.mark.parametrize("maker", MAKERS, ids=lambda m: type(m).__name__)
def test_repr_can_be_evaluated_and_pickled(maker):
    assert eval(repr(maker), vars(husk)) == maker
    assert pickle.loads(pickle.dumps(maker)) == maker
    assert copy.deepcopy(maker) == maker
    assert len({repr(m) for m in MAKERS}) == len(MAKERS)


def test_defaults_are_those_of_the_library():
    defaults = _husk.defaults()
    assert len(defaults) == 12
    for default in defaults:
        assert type(default)() == default


def test_a_copy_gives_the_same_bytes(photo):
    make = MAKERS[1]
    for a, b in zip(make(photo, seed=1, index=2), pickle.loads(pickle.dumps(make))(photo, seed=1, index=2)):
        assert a.tobytes() == b.tobytes()


def test_presets_are_the_published_ones():
    blur = husk.Maybe(0.5, husk.GaussianBlur(sigma=(0.1, 2), method="three_boxes"))
    jitter = husk.Maybe(0.8, husk.ColorJitter(0.4, 0.4, 0.4, 0.1))
    crop = husk.RandomResizedCrop(224, scale=(0.2, 1))
    steps = (crop, jitter, husk.RandomGrayscale(0.2), blur, husk.RandomHorizontalFlip(), husk.Normalize())
    assert husk.Pipeline.moco_v2() == husk.Pipeline(steps)
    assert husk.Pipeline.moco_v2().without_normalize() == husk.Pipeline(steps[:-1])
    assert husk.Pipeline.byol(2).steps[5] == husk.Maybe(0.2, husk.Solarize())
    assert [count for count, _ in husk.MultiCrop.dino().groups] == [1, 1, 8]
    assert husk.MultiCrop.swav().groups[0][1].steps[-1].deviation == (0.228, 0.224, 0.225)
    assert husk.MultiCrop.dinov2("as_released").groups[0][1].steps[4].probability == 0


NAN = float("nan")
WRONG = {
    "patch_negative.side is [72, 16]: low must not exceed high": lambda: husk.PatchNegative(side=(72, 16)),
    "PatchNegative.side is 'x': must be a whole number": lambda: husk.PatchNegative(side="x"),
    "PatchNegative.side is (1, 2, 3): must be a number or (low, high)": lambda: husk.PatchNegative(side=(1, 2, 3)),
    "PatchNegative.rule is 'best': must be one of 'exact', 'ge2021'": lambda: husk.PatchNegative(rule="best"),
    "PatchNegative.flips is 'no': must be True or False": lambda: husk.PatchNegative(flips="no"),
    "grid_shuffle.cells is 0": lambda: husk.GridShuffle(cells=0),
    "quilt.balance is nan: must lie in [0, 100]": lambda: husk.Quilt(balance=NAN),
    "TextureNegative.sewing is 3: must be a husk.Quilt": lambda: husk.TextureNegative(sewing=3),
    "random_resized_crop.scale is [nan, 1]": lambda: husk.Pipeline([husk.RandomResizedCrop(scale=(NAN, 1))]),
    "maybe.probability is nan": lambda: husk.Pipeline([husk.Maybe(NAN, husk.Solarize())]),
    "normalize.deviation is nan: must be positive": lambda: husk.Pipeline([husk.Normalize(deviation=(1, 1, NAN))]),
    "Normalize.mean is 0.5: must be three numbers": lambda: husk.Pipeline([husk.Normalize(mean=0.5)]),
    "gaussian_blur.taps is 4: must be odd": lambda: husk.Pipeline([husk.GaussianBlur(taps=4)]),
    "Solarize.threshold is None: must be a number": lambda: husk.Pipeline([husk.Solarize(None)]),
    "groups[0].view[0] is 3: must be a transform of husk": lambda: husk.Pipeline([3]),
    "groups[0].count is -1": lambda: husk.MultiCrop([(-1, husk.Pipeline.moco_v1())]),
    "len(groups) is 4: must be at most 3": lambda: husk.MultiCrop([(1, husk.Pipeline.moco_v1())] * 4),
    "steps is 3: must be a list": lambda: husk.Pipeline(3),
    "groups is ((1, 3),): must be a list of (count, husk.Pipeline)": lambda: husk.MultiCrop(((1, 3),)),
    "groups is 3: must be a list of (count, husk.Pipeline)": lambda: husk.MultiCrop(3),
    "GridShuffle.cells is None: must be a whole number": lambda: husk.GridShuffle(cells=None),
    "negative is None: must be a PatchNegative": lambda: husk.Contrastive.moco_v2(negative=None),
    "negatives is -1": lambda: husk.Contrastive.moco_v2(negatives=-1),
    "negatives is 1048577: must lie in [0, 1048576]": lambda: husk.Contrastive.moco_v2(negatives=1048577),
    "negative is 3: must be a PatchNegative": lambda: husk.Contrastive.moco_v2(negative=3),
    "source is 'query': a texture": lambda: husk.Contrastive.moco_v2(negative=husk.Quilt(), source="query"),
    "source is 'key': must be one of 'query', 'image'": lambda: husk.Contrastive.moco_v2(source="key"),
    "size is 'large': must be a whole number": lambda: husk.Contrastive.moco_v2(size="large"),
    "patch_negative.side.high is 72: must be at most 48": lambda: husk.Contrastive.moco_v2(size=48),
    "query is 3: must be a husk.Pipeline": lambda: husk.Contrastive(3),
}


@pytest.mark.parametrize("message", WRONG)
def test_what_cannot_be_is_said_at_once(message):
    with pytest.raises(husk.Error) as raised:
        WRONG[message]()
    assert message in str(raised.value)
