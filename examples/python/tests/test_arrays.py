# SPDX-License-Identifier: MIT
"""Arrays that lie in every way, and the messages for those that cannot be seen or filled."""

import numpy as np
import pytest

import husk

LUCK = {"seed": 2021, "epoch": 3, "index": 7}
MAKE = husk.Contrastive.moco_v2(size=48, negative=husk.PatchNegative(side=(8, 24)), negatives=2)
SHAPES = ((3, 48, 48), (3, 48, 48), (2, 3, 48, 48))


def empty(dtype=np.float32, shapes=SHAPES):
    return tuple(np.empty(shape, dtype) for shape in shapes)


def same(a, b):
    return len(a) == len(b) and all(np.array_equal(x, y) for x, y in zip(a, b))


def test_new_arrays(photo):
    made = MAKE(photo, **LUCK)
    assert [t.shape for t in made] == list(SHAPES) == list(MAKE.shapes(photo))
    assert {t.dtype for t in made} == {np.dtype(np.float32)}
    assert same(made, MAKE(photo, **LUCK))
    assert not same(made, MAKE(photo, **{**LUCK, "index": 8}))
    assert not same(made, MAKE(photo, **{**LUCK, "epoch": 4}))


def test_views_are_numbered(photo):
    query, key, _ = MAKE(photo, **LUCK)
    assert np.array_equal(MAKE.query(photo, **LUCK, view=0), query)
    assert np.array_equal(MAKE.query(photo, **LUCK, view=1), key)
    assert np.array_equal(MAKE(photo, **LUCK, view=1)[0], key)


def test_out_is_filled_and_returned(photo):
    out = empty()
    assert MAKE(photo, **LUCK, out=out) is out
    assert same(out, MAKE(photo, **LUCK))


def test_channels_last_and_padded_rows(photo):
    expected = MAKE(photo, **LUCK)
    last = tuple(np.moveaxis(np.empty((*s[:-3], s[-2], s[-1], s[-3]), np.float32), -1, -3) for s in SHAPES)
    assert same(MAKE(photo, **LUCK, out=last), expected)
    wide = tuple(np.zeros((*s[:-1], s[-1] + 5), np.float32)[..., 2:-3] for s in SHAPES)
    assert same(MAKE(photo, **LUCK, out=wide), expected)
    assert all((w.base[..., :2] == 0).all() and (w.base[..., -3:] == 0).all() for w in wide)


def test_slots_of_one_tensor(photo):
    everything = np.empty((4, 3, 48, 48), np.float32)
    MAKE(photo, **LUCK, out=(everything[0], everything[1], everything[2:]))
    assert same((everything[0], everything[1], everything[2:]), MAKE(photo, **LUCK))


def test_one_negative_needs_no_axis(photo):
    make = husk.Contrastive.moco_v2(size=48, negative=husk.PatchNegative(side=(8, 24)))
    negative = np.empty((3, 48, 48), np.float32)
    make(photo, **LUCK, out=(*empty()[:2], negative))
    assert np.array_equal(negative, make(photo, **LUCK)[2][0])


def test_no_negatives(photo):
    make = husk.Contrastive.moco_v2(size=48, negatives=0, negative=husk.PatchNegative(side=8))
    assert make(photo, **LUCK)[2].shape == (0, 3, 48, 48)


@pytest.mark.parametrize("dtype, step", [("float16", 2e-3), (np.float32, 0), (np.dtype("uint8"), 0.5 / 255)])
def test_elements_of_results(photo, dtype, step):
    make = husk.Contrastive.moco_v2(size=48, negative=husk.GridShuffle(), normalize=False)
    exact = make(photo, **LUCK)
    found = make(photo, **LUCK, dtype=dtype)
    assert {t.dtype for t in found} == {np.dtype(dtype)}
    scale = 255 if found[0].dtype == np.uint8 else 1
    for x, y in zip(exact, found):
        assert np.abs(x - y.astype(np.float32) / scale).max() <= step + 1e-6
    assert 0 <= exact[0].min() and exact[0].max() <= 1


def test_float_images(photo):
    exact, floats = MAKE(photo, **LUCK), MAKE(photo.astype(np.float32) / np.float32(255), **LUCK)
    assert np.abs(exact[0] - floats[0]).max() < 0.05


def test_grey_read_only_and_windows(photo):
    grey = photo[..., 1].copy()
    assert MAKE(grey, **LUCK)[0].shape == (1, 48, 48)
    photo.flags.writeable = False
    window = photo[20:300, 30:350]
    assert same(MAKE(window, **LUCK), MAKE(window.copy(), **LUCK))


def test_negatives_are_images(photo):
    made = husk.patch_negative(photo, **LUCK, side=(16, 72), size=(64, 96))
    assert made.shape == (64, 96, 3) and made.dtype == np.uint8
    planes = np.zeros((3, 64, 96), np.uint8)
    husk.patch_negative(photo, **LUCK, side=(16, 72), size=(64, 96), out=planes.transpose(1, 2, 0))
    assert np.array_equal(planes.transpose(1, 2, 0), made)
    assert husk.grid_shuffle(photo[..., 0].copy(), **LUCK).shape == photo.shape[:2]
    shuffled = husk.grid_shuffle(photo, **LUCK, pixels=25)
    assert sorted(map(tuple, shuffled.reshape(-1, 3))) == sorted(map(tuple, photo.reshape(-1, 3)))
    assert husk.texture_negative(photo.astype(np.float32), **LUCK, size=90).dtype == np.float32
    assert husk.quilt(photo, **LUCK, size=90).shape == (90, 90, 3)


def read_only(array):
    array.flags.writeable = False
    return array


WRONG = {
    "elements": (lambda p: {"image": p.astype(np.float64)}, "image is float64[355, 486, 3]: elements must be"),
    "strides": (lambda p: {"image": p[:, :, ::-1]}, "image is uint8[355, 486, 3] with strides (1458, 3, -1): an image"),
    "axes": (lambda p: {"image": p[None]}, "must have the axes height, width, channels"),
    "channels": (lambda p: {"image": p[..., :2].copy()}, "image.channels is 2: must be 1, 3 or 4"),
    "nothing": (lambda p: {"image": p[:0]}, "image is uint8[0, 486, 3]"),
    "no array": (lambda p: {"image": "chelsea"}, "image is str: must be an array of NumPy's or a tensor"),
    "None": (lambda p: {"image": None}, "image is NoneType: must be an array of NumPy's or a tensor"),
    "no seed": (lambda p: {"seed": None}, "seed is None: must be a whole number"),
    "halves": (lambda p: {"image": p.astype(np.float16)}, "elements of an image must be uint8 or float32"),
    "seed": (lambda p: {"seed": -1}, "seed is -1: must lie in [0, 18446744073709551615]"),
    "epoch": (lambda p: {"epoch": 2**32}, "epoch is 4294967296: must lie in [0, 4294967295]"),
    "index": (lambda p: {"index": 0.5}, "index is 0.5: must be a whole number"),
    "dtype": (lambda p: {"dtype": np.int32}, "dtype is <class 'numpy.int32'>: must be float32, float16 or uint8"),
    "out": (lambda p: {"out": 3}, "out is 3: must be a tuple of arrays"),
    "two": (lambda p: {"out": empty()[:2]}, "len(out) is 2: must be 3"),
    "size": (lambda p: {"out": empty(shapes=((3, 48, 47), *SHAPES[1:]))}, "query.size is 47x48: the plan makes 48x48"),
    "number": (lambda p: {"out": empty(shapes=(*SHAPES[:2], (3, 3, 48, 48)))}, "negatives is float32[3, 3, 48, 48]"),
    "grey": (lambda p: {"out": empty(shapes=((1, 48, 48), *SHAPES[1:]))}, "query.channels is 1: must be the image's"),
    "mixed": (lambda p: {"out": (empty(np.float16)[0], *empty()[1:])}, "must be those of query"),
    "doubles": (lambda p: {"out": empty(np.float64)}, "query is float64[3, 48, 48]: elements must be"),
    "read-only": (lambda p: {"out": (read_only(empty()[0]), *empty()[1:])}, "is read-only, and is to be filled"),
    "apart": (lambda p: {"out": (empty()[0][..., ::2], *empty()[1:])}, "must lie side by side"),
    "twice": (lambda p: {"out": ((a := empty())[0], a[0], a[2])}, "must be other memory"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_named(photo, case):
    wrong, message = WRONG[case]
    arguments = {"image": photo, **LUCK, **wrong(photo)}
    before = [t.copy() for t in arguments["out"]] if isinstance(arguments.get("out"), tuple) else []
    with pytest.raises(husk.Error) as raised:
        MAKE(arguments.pop("image"), **arguments)
    assert isinstance(raised.value, ValueError)
    assert str(raised.value).startswith("husk: ") and message in str(raised.value)
    for was, now in zip(before, arguments["out"] if before else ()):
        assert was.tobytes() == now.tobytes()


def test_results_must_not_be_the_image(photo):
    with pytest.raises(husk.Error, match="must be other memory"):
        husk.grid_shuffle(photo, **LUCK, out=photo)
    with pytest.raises(husk.Error, match="out.size is 30x20: the plan makes|target.size is 30x20"):
        husk.patch_negative(photo, **LUCK, size=40, out=np.empty((20, 30, 3), np.uint8))
    with pytest.raises(husk.Error, match="elements must be the image's, uint8"):
        husk.patch_negative(photo, **LUCK, size=40, out=np.empty((40, 40, 3), np.float32))
