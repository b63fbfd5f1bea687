package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/// Writes a list of nodes as a hidden class: one method for so many nodes that it stays well below
/// the 8,000 byte codes from which on the virtual machine compiles no method.
///
/// The class has its constants from its class data, so it can name objects that no other class can:
/// nodes, filters, accessors of classes that are not open to ours. Used once, by one thread.
final class ByteCodeWriter {

    private static final String HERE = ByteCodeWriter.class.getPackageName() + ".";
    private static final ClassDesc BASE = ClassDesc.of(HERE + "ByteCode");
    private static final ClassDesc OWN = ClassDesc.of(HERE + "Compiled");
    private static final ClassDesc FRAME = ClassDesc.of(HERE + "Frame");
    private static final ClassDesc NODE = ClassDesc.of(HERE + "Node");
    private static final ClassDesc PART = ClassDesc.of(HERE + "Variable$Part");
    private static final ClassDesc BODY = ClassDesc.of(HERE + "Closure$Body");
    private static final ClassDesc CONDITION = ClassDesc.of(HERE + "Condition");
    private static final ClassDesc VARIABLE = ClassDesc.of(HERE + "Variable");
    private static final ClassDesc VALUE = ClassDesc.of(HERE + "Value");
    private static final ClassDesc CALL = ClassDesc.of(HERE + "Value$Call");
    private static final ClassDesc VARIABLE_NODE = ClassDesc.of(HERE + "VariableNode");
    private static final ClassDesc PLACES =
            ClassDesc.of("dev.quintet.kernel.error.Place").arrayType();
    private static final ClassDesc BYTES = ConstantDescs.CD_byte.arrayType();
    private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
    private static final MethodTypeDesc RENDER = MethodTypeDesc.of(ConstantDescs.CD_void, FRAME);
    private static final DirectMethodHandleDesc CLASS_DATA =
            ConstantDescs.ofConstantBootstrap(
                    ConstantDescs.CD_MethodHandles, "classDataAt", OBJECT, ConstantDescs.CD_int);

    /// From about so many byte codes on a new method begins.
    private static final int METHOD_SIZE = 5000;

    /// From about so many byte codes on a new class begins: it can have 65,535 constants.
    private static final int CLASS_SIZE = 100_000;

    /// Nodes that would take more byte codes are called rather than written out.
    private static final int LARGEST_WRITTEN = 1500;

    private static final int FRAME_SLOT = 1;
    private static final int AT_SLOT = 2;
    private static final int VALUE_SLOT = 3;

    private final List<Object> constants = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    private ByteCodeWriter() {}

    /// {@return byte code that writes what these nodes write}
    static ByteCode of(Node[] nodes) {
        var parts = new ArrayList<ByteCode>();
        for (int from = 0; from < nodes.length; ) {
            int end = end(nodes, from, CLASS_SIZE);
            parts.add(
                    new ByteCodeWriter()
                            .write(List.of(nodes).subList(from, end).toArray(Node[]::new)));
            from = end;
        }
        return parts.size() == 1 ? parts.getFirst() : new Several(List.copyOf(parts));
    }

    /// A list that is too long for the constants of one class.
    private static final class Several extends ByteCode {

        private final List<ByteCode> parts;

        Several(List<ByteCode> parts) {
            this.parts = parts;
        }

        @Override
        void render(Frame frame) {
            for (ByteCode each : parts) {
                each.render(frame);
            }
        }
    }

    private ByteCode write(Node[] nodes) {
        byte[] bytes =
                ClassFile.of()
                        .build(
                                OWN,
                                type -> {
                                    type.withSuperclass(BASE);
                                    type.withFlags(ClassFile.ACC_FINAL);
                                    type.withMethodBody(
                                            ConstantDescs.INIT_NAME,
                                            ConstantDescs.MTD_void,
                                            0,
                                            code ->
                                                    code.aload(0)
                                                            .invokespecial(
                                                                    BASE,
                                                                    ConstantDescs.INIT_NAME,
                                                                    ConstantDescs.MTD_void)
                                                            .return_());
                                    int parts = 0;
                                    for (int from = 0; from < nodes.length; parts++) {
                                        int start = from;
                                        int end = end(nodes, from, METHOD_SIZE);
                                        type.withMethodBody(
                                                "part" + parts,
                                                RENDER,
                                                0,
                                                code -> method(code, nodes, start, end));
                                        from = end;
                                    }
                                    int count = parts;
                                    type.withMethodBody(
                                            "render", RENDER, 0, code -> all(code, count));
                                });
        constants.addFirst(places.toArray(Place[]::new)); // all indices count from one
        try {
            MethodHandles.Lookup inside =
                    MethodHandles.lookup()
                            .defineHiddenClassWithClassData(bytes, List.copyOf(constants), true);
            MethodHandle constructor =
                    inside.findConstructor(inside.lookupClass(), MethodType.methodType(void.class));
            return (ByteCode) constructor.invoke();
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Where a piece of about so many byte codes ends that begins with the node at `from`.
    private static int end(Node[] nodes, int from, int most) {
        int size = 0;
        int at = from;
        while (at < nodes.length && (at == from || size < most)) {
            size += Math.min(size(nodes[at]), LARGEST_WRITTEN);
            at++;
        }
        return at;
    }

    /// About how many byte codes a node takes that is written out.
    private static int size(Node node) {
        int size = 20;
        switch (node) {
            case VariableNode shown when shown.value.variable != null && !shown.isSuper ->
                    size +=
                            30
                                    + 55 * shown.value.variable.parts().length
                                    + 25 * shown.value.calls().length;
            case NodeList list -> size += size(list.nodes);
            case IfNode branches -> {
                for (IfNode.Branch branch : branches.branches) {
                    size += 30 + size(branch.body().nodes);
                    if (size > LARGEST_WRITTEN) {
                        break;
                    }
                }
            }
            default -> {}
        }
        return size;
    }

    private static int size(Node[] nodes) {
        int size = 0;
        for (int i = 0; i < nodes.length && size <= LARGEST_WRITTEN; i++) {
            size += size(nodes[i]);
        }
        return size;
    }

    private static void all(CodeBuilder code, int parts) {
        for (int i = 0; i < parts; i++) {
            code.aload(0).aload(FRAME_SLOT).invokevirtual(OWN, "part" + i, RENDER);
        }
        code.return_();
    }

    private void method(CodeBuilder code, Node[] nodes, int from, int to) {
        code.iconst_0().istore(AT_SLOT);
        code.trying(
                block -> {
                    for (int i = from; i < to; i++) {
                        node(block, nodes[i]);
                    }
                    block.return_();
                },
                catches ->
                        catches.catchingAll(handler -> {
                            handler.aload(FRAME_SLOT);
                            handler.loadConstant(constantAt(0, PLACES));
                            handler.iload(AT_SLOT);
                            call(
                                    handler,
                                    "failed",
                                    ConstantDescs.CD_Throwable,
                                    ConstantDescs.CD_Throwable,
                                    FRAME,
                                    PLACES,
                                    ConstantDescs.CD_int);
                            handler.athrow();
                        }));
    }

    private void node(CodeBuilder code, Node node) {
        if (node instanceof TextNode text && text.text.isEmpty()) {
            return;
        }
        code.loadConstant(places.size()).istore(AT_SLOT);
        places.add(node.place);
        if (size(node) > LARGEST_WRITTEN) {
            call(code, node);
            return;
        }
        switch (node) {
            case TextNode text -> {
                code.aload(FRAME_SLOT);
                constant(code, text.utf8, BYTES);
                call(code, "text", ConstantDescs.CD_void, FRAME, BYTES);
            }
            case VariableNode shown when shown.value.variable != null && !shown.isSuper ->
                    variable(code, shown.value, shown.value.variable);
            case IfNode branches -> branches(code, branches);
            case NodeList list -> nodes(code, list.nodes);
            case Closure closure -> {
                constant(code, closure.body, BODY);
                code.aload(FRAME_SLOT).invokeinterface(BODY, "render", RENDER);
            }
            default -> call(code, node);
        }
    }

    private void call(CodeBuilder code, Node node) {
        constant(code, node, NODE);
        code.aload(FRAME_SLOT).invokevirtual(NODE, "render", RENDER);
    }

    private void branches(CodeBuilder code, IfNode node) {
        Label end = code.newLabel();
        for (IfNode.Branch branch : node.branches) {
            Label next = code.newLabel();
            Condition condition = branch.condition();
            if (condition != null) {
                constant(code, condition, CONDITION);
                code.aload(FRAME_SLOT);
                call(code, "holds", ConstantDescs.CD_boolean, CONDITION, FRAME);
                code.ifeq(next);
            }
            nodes(code, branch.body().nodes);
            code.goto_(end);
            code.labelBinding(next);
        }
        code.labelBinding(end);
    }

    private void nodes(CodeBuilder code, Node[] nodes) {
        for (Node each : nodes) {
            node(code, each);
        }
    }

    private void variable(CodeBuilder code, Value value, Variable variable) {
        constant(code, variable, VARIABLE);
        code.aload(FRAME_SLOT);
        call(code, "root", OBJECT, VARIABLE, FRAME);
        code.astore(VALUE_SLOT);
        for (Variable.Part part : variable.parts()) {
            part(code, part);
        }
        code.aload(VALUE_SLOT);
        constant(code, value, VALUE);
        code.aload(FRAME_SLOT);
        call(code, "present", OBJECT, OBJECT, VALUE, FRAME);
        for (Value.Call each : value.calls()) {
            constant(code, value, VALUE);
            constant(code, each, CALL);
            code.aload(FRAME_SLOT);
            call(code, "filtered", OBJECT, OBJECT, VALUE, CALL, FRAME);
        }
        code.astore(VALUE_SLOT).aload(FRAME_SLOT).aload(VALUE_SLOT);
        code.invokestatic(
                VARIABLE_NODE, "write", MethodTypeDesc.of(ConstantDescs.CD_void, FRAME, OBJECT));
    }

    /// A step of a lookup: straight to the member of the class that was seen there, else by search.
    private void part(CodeBuilder code, Variable.Part part) {
        Variable.Seen seen = part.seen();
        MethodHandle accessor = seen == null ? null : seen.accessor().handle();
        Label done = code.newLabel();
        if (seen != null && accessor != null) {
            Label slow = code.newLabel();
            code.aload(VALUE_SLOT);
            constant(code, seen.type(), ConstantDescs.CD_Class);
            call(code, "isOf", ConstantDescs.CD_boolean, OBJECT, ConstantDescs.CD_Class);
            code.ifeq(slow);
            constant(code, accessor, ConstantDescs.CD_MethodHandle);
            code.aload(VALUE_SLOT);
            call(code, "read", OBJECT, ConstantDescs.CD_MethodHandle, OBJECT);
            code.astore(VALUE_SLOT).goto_(done).labelBinding(slow);
        }
        code.aload(VALUE_SLOT);
        constant(code, part, PART);
        call(code, "step", OBJECT, OBJECT, PART);
        code.astore(VALUE_SLOT).labelBinding(done);
    }

    private void constant(CodeBuilder code, Object value, ClassDesc type) {
        constants.add(value);
        code.loadConstant(constantAt(constants.size(), type));
    }

    private static DynamicConstantDesc<?> constantAt(int index, ClassDesc type) {
        return DynamicConstantDesc.ofNamed(CLASS_DATA, ConstantDescs.DEFAULT_NAME, type, index);
    }

    private static void call(
            CodeBuilder code, String name, ClassDesc result, ClassDesc... parameters) {
        code.invokestatic(BASE, name, MethodTypeDesc.of(result, parameters));
    }
}
