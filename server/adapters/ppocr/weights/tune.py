"""Trains the last layers of the small recogniser further, on lines of receipts with their true text (see README.md).

    node bench/line-strips.ts FOLDER IDS STRIPS
    VENV/bin/pip install torch==2.9.0 onnx==1.23.2 onnxruntime==1.32.0 numpy==2.4.6
    VENV/bin/python tune.py STRIPS            # after convert.py; writes recogniser-small.onnx and SHA256SUMS
    VENV/bin/python tune.py STRIPS --check 3  # what it does for a third of the shops that it did not see, three times
    VENV/bin/python tune.py STRIPS --check 3 --keep DIR  # the same; keeps the three networks and the ids of the receipts

A network is surer of lines it was trained on. So confidences are calibrated on what the three networks read of the receipts that
they did not see (docs/measuring.md).

The convolutions stay as they are, so what they make of each line is computed once. The neck and the head behind them are
trained. Capitals count as small letters, as the true text has capitals only, and a second term holds the result to what the
network said before.
"""
import argparse
import hashlib
import json
import random
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper

from convert import HERE, MAP, checksums

NETWORK = HERE / 'recogniser-small.onnx'
HEIGHT = 48
LOGITS = 'p2o.pd_op.add.79.0'
# Of each receipt the lines at the top, where the names are, and a part of the others.
HEAD_LINES, OTHERS = 10, 0.25
EPOCHS, BATCH, RATE, WARM_UP = 4, 32, 5e-4, 50
# The weight of what the network said before, and the loss per character from which on a text is taken for another line's.
KEEP, WRONG_TEXT = 0.2, 2.5


class Layers(torch.nn.Module):
    """The layers between two values of an ONNX graph, with their weights as parameters."""

    def __init__(self, graph: onnx.GraphProto, start: str, end: str):
        super().__init__()
        made = {output: node for node in graph.node for output in node.output}
        self.nodes, self.start, self.end, seen = [], start, end, set()

        def visit(name: str) -> None:
            if name == start or name in seen or name not in made:
                return
            seen.add(name)
            for one in made[name].input:
                visit(one)
            node = made[name]
            options = {option.name: helper.get_attribute_value(option) for option in node.attribute}
            self.nodes.append((node.op_type, list(node.input), node.output[0], options))

        visit(end)
        used = {name for _, inputs, _, _ in self.nodes for name in inputs}
        self.constants, self.names = {}, {}
        for tensor in graph.initializer:
            if tensor.name not in used:
                continue
            value = torch.from_numpy(numpy_helper.to_array(tensor).copy())
            # The means and variances of batch normalization are no weights.
            if value.dtype != torch.float32 or value.numel() == 1 or tensor.name.endswith(('.w_1', '.w_2')):
                self.constants[tensor.name] = value
            else:
                self.names[tensor.name] = tensor.name.replace('.', '_')
                self.register_parameter(self.names[tensor.name], torch.nn.Parameter(value))

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        values = {**self.constants, **{name: getattr(self, key) for name, key in self.names.items()}, self.start: batch}
        for kind, inputs, output, options in self.nodes:
            values[output] = OPERATIONS[kind]([values[name] for name in inputs], options)
        return values[self.end]


def convolution(i, o):
    top, left = o['pads'][:2]
    return F.conv2d(i[0], i[1], None, o['strides'], (top, left), o['dilations'], o['group'])


def unsqueezed(i, o):
    result = i[0]
    for axis in o['axes']:
        result = result.unsqueeze(axis)
    return result


def reshaped(i, _):
    return i[0].reshape([i[0].shape[axis] if size == 0 else size for axis, size in enumerate(i[1].tolist())])


def sliced(i, o):
    bounds = [part.tolist() for part in i[1:4]] if len(i) > 1 else [o['starts'], o['ends'], o['axes']]
    result = i[0]
    for start, end, axis in zip(*bounds):
        result = result[(slice(None),) * axis + (slice(start, end),)]
    return result


OPERATIONS = {
    'Identity': lambda i, o: i[0],
    'Add': lambda i, o: i[0] + i[1],
    'Sub': lambda i, o: i[0] - i[1],
    'Mul': lambda i, o: i[0] * i[1],
    'Div': lambda i, o: i[0] / i[1],
    'Pow': lambda i, o: i[0] ** i[1],
    'Sqrt': lambda i, o: i[0].sqrt(),
    'Sigmoid': lambda i, o: i[0].sigmoid(),
    'Conv': convolution,
    'BatchNormalization': lambda i, o: F.batch_norm(i[0], i[3], i[4], i[1], i[2], False, 0, o['epsilon']),
    'Transpose': lambda i, o: i[0].permute(o['perm']),
    'MatMul': lambda i, o: i[0] @ i[1],
    'Softmax': lambda i, o: i[0].softmax(o['axis']),
    'ReduceMean': lambda i, o: i[0].mean(tuple(o['axes']), keepdim=bool(o.get('keepdims', 1))),
    'Squeeze': lambda i, o: i[0].squeeze(o['axes'][0]),
    'Unsqueeze': unsqueezed,
    'Shape': lambda i, o: torch.tensor(i[0].shape),
    'Concat': lambda i, o: torch.cat(i, o['axis']),
    'Reshape': reshaped,
    'Slice': sliced,
}


class Line:
    def __init__(self, shop: str, text: str, features: np.ndarray, said: np.ndarray):
        self.shop, self.text = shop, text
        # Steps x channels, and steps x characters.
        self.features, self.said = features.astype(np.float16), said.astype(np.float16)


def lines_of(folder: Path, letters: set[str]) -> list[Line]:
    """The chosen lines, with what the convolutions make of them and what the network reads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(NETWORK, options)
    lines = []
    for file in sorted(folder.glob('*.json')):
        receipt, pixels, start = json.loads(file.read_text()), np.fromfile(file.with_suffix('.bin'), np.uint8), 0
        for index, line in enumerate(receipt['lines']):
            end = start + HEIGHT * line['width']
            strip, start = pixels[start:end].reshape(HEIGHT, line['width']), end
            text = ' '.join((line['text'] or '').upper().split())
            if not text or not set(text) <= letters or not (index < HEAD_LINES or random.random() < OTHERS):
                continue
            plane = strip.astype(np.float32)[None, None] / 127.5 - 1
            said, features = session.run(['characters', 'features'], {'x': plane.repeat(3, 1)})
            if len(said[0]) >= len(text) + 2:
                lines.append(Line(receipt['shop'], text, features[0, :, 0].T, said[0]))
    return lines


def batches(lines: list[Line]) -> list[list[Line]]:
    """Lines of one length together: padding would change what the neck makes of them."""
    by_length = defaultdict(list)
    for line in random.sample(lines, len(lines)):
        by_length[len(line.said)].append(line)
    made = [some[at:at + BATCH] for some in by_length.values() for at in range(0, len(some), BATCH)]
    return random.sample(made, len(made))


stacked = lambda arrays: torch.from_numpy(np.stack(arrays).astype(np.float32))
input_of = lambda batch: stacked([line.features for line in batch]).permute(0, 2, 1)[:, :, None]


class Alphabet:
    def __init__(self, graph: onnx.GraphProto):
        self.characters = json.loads((HERE / 'characters.json').read_text('utf8'))['latin']
        fold = next(tensor for tensor in graph.initializer if tensor.name == 'fold')
        self.fold = torch.from_numpy(numpy_helper.to_array(fold).copy())
        upper = [one.upper() if one.isascii() else one for one in self.characters]
        self.index = {one: index for index, one in enumerate(dict.fromkeys(upper))}
        self.without_case = torch.zeros(len(upper), len(self.index))
        for row, one in enumerate(upper):
            self.without_case[row, self.index[one]] = 1

    def read(self, probabilities: torch.Tensor) -> str:
        best = torch.unique_consecutive(probabilities.argmax(-1)).tolist()
        return ''.join(self.characters[index] for index in best if index != 0)


def tune(graph: onnx.GraphProto, alphabet: Alphabet, lines: list[Line]) -> Layers:
    layers = Layers(graph, MAP, LOGITS)
    optimizer = torch.optim.AdamW(layers.parameters(), weight_decay=0)
    step, steps = 0, EPOCHS * len(batches(lines))
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in batches(lines):
            for group in optimizer.param_groups:
                group['lr'] = RATE * min(1, step / WARM_UP) * max(0.03, 1 - step / steps)
            step += 1
            said = layers(input_of(batch)).softmax(-1) @ alphabet.fold
            targets = [[alphabet.index[one] for one in line.text] for line in batch]
            sizes = torch.tensor([len(target) for target in targets])
            loss = F.ctc_loss(
                torch.log(said @ alphabet.without_case + 1e-8).permute(1, 0, 2), torch.tensor(sum(targets, [])),
                torch.full((len(batch),), said.shape[1]), sizes, reduction='none', zero_infinity=True)
            loss = (loss * (loss.detach() / sizes < WRONG_TEXT)).sum() / sizes.sum()
            before = stacked([line.said for line in batch])
            drift = (before * (torch.log(before + 1e-6) - torch.log(said + 1e-6))).sum(-1).mean()
            optimizer.zero_grad()
            (loss + KEEP * drift).backward()
            torch.nn.utils.clip_grad_norm_(layers.parameters(), 1.0)
            optimizer.step()
            total += float(loss.detach())
        print(f'epoch {epoch + 1}: loss {total / len(batches(lines)):.4f}', flush=True)
    return layers


bare = lambda text: ''.join(one for one in text.upper() if one.isalnum())


@torch.no_grad()
def lines_right(layers: Layers, alphabet: Alphabet, lines: list[Line]) -> int:
    right = 0
    for batch in batches(lines):
        said = layers(input_of(batch)).softmax(-1) @ alphabet.fold
        right += sum(bare(alphabet.read(one)) == bare(line.text) for one, line in zip(said, batch))
    return right


def part_of(shop: str, parts: int) -> int:
    return int(hashlib.md5(bare(shop)[:8].encode()).hexdigest(), 16) % parts


def check(model: onnx.ModelProto, alphabet: Alphabet, lines: list[Line], parts: int, keep: Path | None, strips: Path) -> None:
    for part in range(parts):
        left_out = [line for line in lines if part_of(line.shop, parts) == part]
        before = lines_right(Layers(model.graph, MAP, LOGITS), alphabet, left_out)
        tuned = tune(model.graph, alphabet, [line for line in lines if part_of(line.shop, parts) != part])
        after = lines_right(tuned, alphabet, left_out)
        print(f'{len(left_out)} lines of other shops: {before} right before, {after} after', flush=True)
        if keep:
            save(model, tuned, keep / f'{part + 1}.onnx')
            shops = {file.stem: json.loads(file.read_text())['shop'] for file in sorted(strips.glob('*.json'))}
            (keep / f'{part + 1}.txt').write_text('\n'.join(name for name, shop in shops.items() if part_of(shop, parts) == part) + '\n')


def save(model: onnx.ModelProto, layers: Layers, path: Path) -> None:
    copy = onnx.ModelProto()
    copy.CopyFrom(model)
    for tensor in copy.graph.initializer:
        if tensor.name in layers.names:
            value = getattr(layers, layers.names[tensor.name]).detach().numpy()
            tensor.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(value), tensor.name))
    onnx.save(copy, path)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument('strips', type=Path)
    parser.add_argument('--check', type=int, help='train on all shops but one part, so many times')
    parser.add_argument('--keep', type=Path, help='with --check: a folder for the networks and the ids of what they did not see')
    options = parser.parse_args()
    random.seed(1)
    torch.manual_seed(1)
    torch.set_num_threads(1)
    model = onnx.load(NETWORK)
    alphabet = Alphabet(model.graph)
    lines = lines_of(options.strips, set(alphabet.index))
    if options.check:
        return check(model, alphabet, lines, options.check, options.keep, options.strips)
    save(model, tune(model.graph, alphabet, lines), NETWORK)
    checksums()


if __name__ == '__main__':
    sys.exit(main())
