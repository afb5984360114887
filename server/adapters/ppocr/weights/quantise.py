"""Makes the recognisers count in whole numbers: 8 bits for a weight and for what it is multiplied by (see README.md).

    node bench/line-strips.ts FOLDER IDS STRIPS
    VENV/bin/pip install onnx==1.23.2 onnxruntime==1.32.0 numpy==2.4.6
    VENV/bin/python quantise.py STRIPS                        # after convert.py and tune.py; rewrites both recognisers
    VENV/bin/python quantise.py STRIPS --network NETS/1.onnx  # rewrites one that tune.py kept

Only the convolutions of one pixel over many channels are changed: most of the time is theirs. They become products of
matrices, with the channels last. The depthwise convolutions, the squeezes, the neck and the head stay as they are.
The network takes one plane instead of three that are the same.
"""
import argparse
import json
import random
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from convert import HERE, checksums

NETWORKS = [HERE / 'recogniser-small.onnx', HERE / 'recogniser-tiny.onnx']
HEIGHT = 48
# Lines from which the range of each input is taken, and the width of the widest.
LINES, WIDEST = 100, 900
# Convolutions of fewer channels gain nothing.
FEWEST_CHANNELS = 96
# The domain of onnxruntime's own operations.
OWN = 'com.microsoft'
LARGEST = 127
# Processors without VNNI add the products of two neighbours up in 16 bits: 255 times more than this does not fit.
LARGEST_PAIR = 128


def simplified(network: Path) -> onnx.ModelProto:
    """The network with its constants folded, and biases and normalisations within the convolutions."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.log_severity_level = 3
    with tempfile.TemporaryDirectory() as folder:
        options.optimized_model_filepath = str(Path(folder) / 'simplified.onnx')
        onnxruntime.InferenceSession(network, options)
        return onnx.load(options.optimized_model_filepath)


def users_of(nodes: list[onnx.NodeProto]) -> dict[str, list[onnx.NodeProto]]:
    users: dict[str, list[onnx.NodeProto]] = {}
    for node in nodes:
        for name in node.input:
            users.setdefault(name, []).append(node)
    return users


def with_gelu(graph: onnx.GraphProto) -> list[onnx.NodeProto]:
    """The nodes, with x / sqrt 2 -> Erf -> + 1 -> * x -> / 2 as one each."""
    made = {output: node for node in graph.node for output in node.output}
    users = users_of(graph.node)
    replaced: dict[str, onnx.NodeProto | None] = {}
    for erf in (node for node in graph.node if node.op_type == 'Erf'):
        chain = [made[erf.input[0]], erf]
        while len(chain) < 5:
            [following] = users[chain[-1].output[0]]
            chain.append(following)
        assert [node.op_type for node in chain] == ['Div', 'Erf', 'Add', 'Mul', 'Mul']
        replaced.update((node.output[0], None) for node in chain)
        [result] = chain[-1].output
        replaced[result] = helper.make_node('Gelu', [chain[0].input[0]], [result], domain=OWN)
    nodes = [replaced.get(node.output[0], node) for node in graph.node]
    return [node for node in nodes if node is not None]


def pointwise(nodes: list[onnx.NodeProto], tensors: dict[str, onnx.TensorProto]) -> dict[str, onnx.NodeProto]:
    """The convolutions to be changed, by the name of their result."""
    means = {node.output[0] for node in nodes if node.op_type == 'ReduceMean'}

    def is_meant(node: onnx.NodeProto) -> bool:
        if node.op_type != 'Conv' or node.input[0] in means:
            return False
        dims = tensors[node.input[1]].dims
        groups = next(option.i for option in node.attribute if option.name == 'group')
        return groups == 1 and list(dims[2:]) == [1, 1] and min(dims[:2]) >= FEWEST_CHANNELS

    return {node.output[0]: node for node in nodes if is_meant(node)}


def ranges(model: onnx.ModelProto, names: list[str], lines: list[np.ndarray]) -> dict[str, tuple[float, float]]:
    """The least and the largest number of each of these values, zero included."""
    probe = onnx.ModelProto()
    probe.CopyFrom(model)
    probe.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names)
    session = onnxruntime.InferenceSession(probe.SerializeToString())
    [source] = session.get_inputs()
    found = {name: (0.0, 0.0) for name in names}
    for line in lines:
        for name, value in zip(names, session.run(names, {source.name: line})):
            low, high = found[name]
            found[name] = (min(low, float(value.min())), max(high, float(value.max())))
    return found


def whole_weights(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A matrix [in, out] in 8 bits, with a scale per column, so that no processor's sums overflow."""
    largest = np.abs(weights).max(0)
    pairs = weights.reshape(-1, 2, weights.shape[1])
    same_sign = np.maximum(np.maximum(pairs, 0).sum(1), np.maximum(-pairs, 0).sum(1)).max(0)
    # One less, as both of a pair may be rounded up.
    scale = np.maximum(largest / LARGEST, same_sign / (LARGEST_PAIR - 1)).astype(np.float32)
    return np.round(weights / scale).astype(np.int8), scale


class Quantiser:
    """Rewrites the nodes in order. What lies between two changed convolutions is kept with the channels last."""

    def __init__(self, nodes: list[onnx.NodeProto], tensors: dict[str, onnx.TensorProto]):
        self.tensors, self.convolutions = tensors, pointwise(nodes, tensors)
        self.users = users_of(nodes)
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        # Values with the channels last by their name in the network; those that there are in the usual order too; those in 8 bits.
        self.last: dict[str, str] = {}
        self.usual: set[str] = set()
        self.whole: dict[str, str] = {}

    def add(self, kind: str, inputs: list[str], output: str, domain: str = '', **options: list[int]) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **options))
        return output

    def constant(self, name: str, value: np.ndarray | np.generic) -> str:
        self.constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def rewrite(self, node: onnx.NodeProto, ranges: dict[str, tuple[float, float]]) -> None:
        name = node.output[0]
        if name in self.convolutions:
            self.product(node, ranges[node.input[0]])
        elif node.op_type == 'Gelu' and node.input[0] in self.last and self.feeds_only_changed(name):
            self.last[name] = self.add('Gelu', [self.last[node.input[0]]], f'{name} last', OWN)
        else:
            for source in node.input:
                if source in self.last and source not in self.usual:
                    self.add('Transpose', [self.last[source]], source, perm=[0, 3, 1, 2])
                    self.usual.add(source)
            self.nodes.append(node)

    def feeds_only_changed(self, name: str) -> bool:
        return all(user.output[0] in self.convolutions for user in self.users[name])

    def product(self, node: onnx.NodeProto, range_: tuple[float, float]) -> None:
        source, weights_name, *bias = node.input
        name = node.output[0]
        low, high = range_
        step = np.float32((high - low) / 255)
        scale, zero = f'{source} scale', f'{source} zero'
        if source not in self.whole:
            self.constant(scale, step)
            self.constant(zero, np.uint8(round(-low / step)))
            whole = self.add('QuantizeLinear', [self.last.get(source, source), scale, zero], f'{source} whole')
            if source not in self.last:
                whole = self.add('Transpose', [whole], f'{source} whole last', perm=[0, 2, 3, 1])
            self.whole[source] = whole
        weights, scales = whole_weights(numpy_helper.to_array(self.tensors[weights_name])[:, :, 0, 0].T)
        self.last[name] = self.add('MatMulIntegerToFloat', [
            self.whole[source], self.constant(f'{name} weights', weights), scale,
            self.constant(f'{name} scales', scales), zero,
            self.constant(f'{name} zeros', np.zeros(len(scales), np.int8)), *bias,
        ], f'{name} last', OWN)


def take_gray(graph: onnx.GraphProto) -> None:
    """Adds up what the first convolution makes of the three planes, as they are the same."""
    [picture] = graph.input
    [first] = users_of(graph.node)[picture.name]
    weights = next(tensor for tensor in graph.initializer if tensor.name == first.input[1])
    weights.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(weights).sum(1, keepdims=True), weights.name))
    picture.type.tensor_type.shape.dim[1].dim_value = 1


def quantised(network: Path, lines: list[np.ndarray]) -> onnx.ModelProto:
    model = simplified(network)
    graph = model.graph
    take_gray(graph)
    nodes = with_gelu(graph)
    del graph.node[:]
    graph.node.extend(nodes)
    if all(one.domain != OWN for one in model.opset_import):
        model.opset_import.append(helper.make_opsetid(OWN, 1))
    quantiser = Quantiser(nodes, {tensor.name: tensor for tensor in graph.initializer})
    inputs = sorted({node.input[0] for node in quantiser.convolutions.values()})
    found = ranges(model, inputs, lines)
    for node in nodes:
        quantiser.rewrite(node, found)
    used = {name for node in quantiser.nodes for name in node.input}
    constants = [tensor for tensor in [*graph.initializer, *quantiser.constants] if tensor.name in used]
    del graph.node[:], graph.initializer[:], graph.value_info[:]
    graph.node.extend(quantiser.nodes)
    graph.initializer.extend(constants)
    return model


def some_lines(folder: Path) -> list[np.ndarray]:
    """Strips as the recogniser takes them."""
    lines = []
    for file in sorted(folder.glob('*.json')):
        pixels, at = np.fromfile(file.with_suffix('.bin'), np.uint8), 0
        for line in json.loads(file.read_text('utf8'))['lines']:
            width = line['width']
            strip = pixels[at:at + HEIGHT * width].reshape(HEIGHT, width)
            at += HEIGHT * width
            if width <= WIDEST:
                lines.append(strip)
    return [strip.astype(np.float32)[None, None] / 127.5 - 1 for strip in random.Random(1).sample(lines, LINES)]


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('strips', type=Path)
    parser.add_argument('--network', type=Path, action='append')
    options = parser.parse_args()
    some = some_lines(options.strips)
    for network in options.network or NETWORKS:
        onnx.save(quantised(network, some), network)
    if not options.network:
        checksums()
