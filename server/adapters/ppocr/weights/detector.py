"""Rewrites the detector so that it computes the same with less work; convert.py does it."""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

# The ImageNet means and standard deviations that PaddleOCR trains its detector with, for values of 0..1.
MEANS, DEVIATIONS = np.array([0.485, 0.456, 0.406]), np.array([0.229, 0.224, 0.225])


class Network:
    def __init__(self, graph: onnx.GraphProto):
        self.graph = graph
        self.tensors = {tensor.name: tensor for tensor in graph.initializer}

    def array(self, name: str) -> np.ndarray:
        return numpy_helper.to_array(self.tensors[name])

    def constant(self, name: str, value: np.ndarray) -> str:
        self.tensors[name] = numpy_helper.from_array(np.ascontiguousarray(value, np.float32), name)
        return name

    def users(self, name: str) -> list[onnx.NodeProto]:
        return [node for node in self.graph.node if name in node.input]

    def maker(self, name: str) -> onnx.NodeProto:
        return next(node for node in self.graph.node if name in node.output)

    def replace(self, old: list[onnx.NodeProto], new: list[onnx.NodeProto]) -> None:
        """Puts the new nodes where the last of the old ones was."""
        nodes = list(self.graph.node)
        last = max(nodes.index(node) for node in old)
        nodes[last + 1:last + 1] = new
        kept = [node for node in nodes if not any(node is one for one in old)]
        del self.graph.node[:]
        self.graph.node.extend(kept)

    def tidy(self) -> None:
        used = {name for node in self.graph.node for name in node.input}
        del self.graph.initializer[:], self.graph.value_info[:]
        self.graph.initializer.extend(tensor for name, tensor in self.tensors.items() if name in used)


def take_shades(network: Network) -> None:
    """Takes the shades of a gray picture, 0..255, and scales the three planes that the network wants itself."""
    [picture] = network.graph.input
    [first] = network.users(picture.name)
    picture.type.tensor_type.elem_type = TensorProto.UINT8
    picture.type.tensor_type.shape.dim[1].dim_value = 1
    by_plane = lambda values: values.reshape(1, 3, 1, 1)
    first.input[0] = 'planes'
    for node in reversed([
        helper.make_node('Cast', [picture.name], ['shades'], to=TensorProto.FLOAT),
        helper.make_node('Mul', ['shades', network.constant('scales', by_plane(1 / 255 / DEVIATIONS))], ['spread']),
        helper.make_node('Sub', ['spread', network.constant('means', by_plane(MEANS / DEVIATIONS))], ['planes']),
    ]):
        network.graph.node.insert(0, node)


def scale_once(network: Network) -> None:
    """x + x * s, of large maps x with a number s a channel, becomes x * (1 + s)."""
    one = network.constant('one', np.ones((1, 1, 1, 1)))
    for gate in [node for node in network.graph.node if node.op_type == 'HardSigmoid']:
        [product] = network.users(gate.output[0])
        [whole] = [name for name in product.input if name != gate.output[0]]
        sums = network.users(product.output[0])
        if product.op_type != 'Mul' or len(sums) != 1 or sums[0].op_type != 'Add' or whole not in sums[0].input:
            continue
        scale = f'{gate.output[0]} and one'
        network.replace([product, sums[0]], [
            helper.make_node('Add', [gate.output[0], one], [scale]),
            helper.make_node('Mul', [whole, scale], list(sums[0].output)),
        ])


def enlarge_last(network: Network) -> None:
    """
    The end enlarges the map to twice its size, and once more: each pixel becomes four by four that depend on no other. All
    sixteen are computed as channels of the small map and laid out at the end.
    """
    sigmoid = network.graph.node[-1]
    second_sum = network.maker(sigmoid.input[0])
    second = network.maker(second_sum.input[0])
    relu = network.maker(second.input[0])
    first_sum = network.maker(relu.input[0])
    first = network.maker(first_sum.input[0])
    old = [first, first_sum, relu, second, second_sum, sigmoid]
    assert [node.op_type for node in old] == ['ConvTranspose', 'Add', 'Relu', 'ConvTranspose', 'Add', 'Sigmoid']
    # In x out x 2 x 2 each; the second one's out is 1.
    once, twice = network.array(first.input[1]), network.array(second.input[1])
    once_bias, twice_bias = network.array(first_sum.input[1]).ravel(), network.array(second_sum.input[1]).ravel()
    channels = once.shape[1]
    # Channels of the first: quarter by quarter, row by row.
    to_quarters = once.transpose(2, 3, 1, 0).reshape(4 * channels, -1, 1, 1)
    # Pixel (2 i + k, 2 j + l) of four by four is made of quarter (i, j).
    to_pixels = np.zeros((4, 4, 4 * channels), np.float32)
    for i, j, k, l in np.ndindex(2, 2, 2, 2):
        quarter = 2 * i + j
        to_pixels[2 * i + k, 2 * j + l, quarter * channels:(quarter + 1) * channels] = twice[:, 0, k, l]
    network.replace(old, [
        helper.make_node('Conv', [first.input[0], network.constant('quarters', to_quarters),
                                  network.constant('quarters bias', np.tile(once_bias, 4))], ['quarters sum']),
        helper.make_node('Relu', ['quarters sum'], ['quarters map']),
        helper.make_node('Conv', ['quarters map', network.constant('pixels', to_pixels.reshape(16, -1, 1, 1)),
                                  network.constant('pixels bias', np.tile(twice_bias, 16))], ['pixels sum']),
        helper.make_node('Sigmoid', ['pixels sum'], ['pixels map']),
        helper.make_node('DepthToSpace', ['pixels map'], list(sigmoid.output), blocksize=4),
    ])


def lighter(model: onnx.ModelProto) -> onnx.ModelProto:
    network = Network(model.graph)
    take_shades(network)
    scale_once(network)
    enlarge_last(network)
    network.tidy()
    return model
