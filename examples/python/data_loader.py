#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""torch's DataLoader, with the same batches for any number of workers: data_loader.py FOLDER"""

import sys
from typing import Iterator

import torch
from torch.utils.data import DataLoader, DistributedSampler

import husk
import husk.torch


def loader(folder: str, workers: int) -> Iterator[list[torch.Tensor]]:
    make = husk.Contrastive.moco_v2(size=96, negative=husk.PatchNegative(side=(8, 32)))
    data = husk.torch.ContrastiveDataset(husk.torch.files(folder), make, seed=2021)
    order: DistributedSampler[int] = DistributedSampler(data, num_replicas=1, rank=0, seed=2021)
    batches = DataLoader(data, batch_size=3, sampler=order, num_workers=workers, collate_fn=data.collate)
    for epoch in range(2):
        data.set_epoch(epoch)
        order.set_epoch(epoch)
        yield from batches


if __name__ == "__main__":  # workers may be spawned
    for batch, again in zip(loader(sys.argv[1], 0), loader(sys.argv[1], 2)):
        query, key, negatives = batch
        print(tuple(query.shape), tuple(key.shape), tuple(negatives.shape))
        assert all(torch.equal(a, b) for a, b in zip(batch, again))
