package dev.quintet.floors;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/// Collects the public and protected types, methods and fields of a file that have no doc comment.
///
/// A method that overrides another needs none, nor does an enum constant or a record component: the
/// comment of its type speaks for it.
final class Unexplained extends TreePathScanner<Void, Void> {

    private final DocTrees docs;
    private final CompilationUnitTree unit;
    private final List<String> found;

    Unexplained(DocTrees docs, CompilationUnitTree unit, List<String> found) {
        this.docs = docs;
        this.unit = unit;
        this.found = found;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
        if (!open(type.getModifiers())) {
            return null;
        }
        require(type.getSimpleName().toString(), type);
        return super.visitClass(type, unused);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
        boolean overrides =
                method.getModifiers().getAnnotations().stream()
                        .anyMatch(one -> one.getAnnotationType().toString().equals("Override"));
        if (open(method.getModifiers()) && !overrides) {
            require(method.getName() + "()", method);
        }
        return null;
    }

    @Override
    public Void visitVariable(VariableTree field, Void unused) {
        Tree owner = getCurrentPath().getParentPath().getLeaf();
        boolean constantOfAnEnum =
                owner.getKind() == Tree.Kind.ENUM
                        && field.getType() != null
                        && field.getType()
                                .toString()
                                .equals(((ClassTree) owner).getSimpleName().toString());
        if (owner instanceof ClassTree && !constantOfAnEnum && open(field.getModifiers())) {
            require(field.getName().toString(), field);
        }
        return null;
    }

    private boolean open(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || insideInterface() && !flags.contains(Modifier.PRIVATE);
    }

    private boolean insideInterface() {
        Tree.Kind kind = getCurrentPath().getParentPath().getLeaf().getKind();
        return kind == Tree.Kind.INTERFACE || kind == Tree.Kind.ANNOTATION_TYPE;
    }

    private void require(String name, Tree tree) {
        if (docs.getDocComment(getCurrentPath()) == null) {
            long at = docs.getSourcePositions().getStartPosition(unit, tree);
            found.add(
                    House.shown(Path.of(unit.getSourceFile().getName()))
                            + ":"
                            + unit.getLineMap().getLineNumber(at)
                            + " "
                            + name);
        }
    }
}
