package io.exhibit.evaluate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which member of a record a part of a checked expression reads. */
final class MemberShapes {

    private final Vocabulary vocabulary;
    private final CelAbstractSyntaxTree tree;
    private final Map<String, Element> elements = new HashMap<>();

    /**
     * What a name stands for within a macro.
     *
     * @param shape {@code null} when the list is no member of a record
     */
    record Element(Shape shape, String name) {}

    MemberShapes(Vocabulary vocabulary, CelAbstractSyntaxTree tree) {
        this.vocabulary = vocabulary;
        this.tree = tree;
    }

    /** Lets a name stand for the elements of a list; gives back what it stood for, {@code null} for nothing. */
    Element name(String name, CelExpr list) {
        return elements.put(name, new Element(element(list).orElse(null), name(list)));
    }

    void nameAgain(String name, Element element) {
        elements.put(name, element);
    }

    /** What the expression is a reading of; empty when it is not a member of a record. */
    Optional<Shape> of(CelExpr of) {
        return switch (of.getKind()) {
            case SELECT ->
                tree.getType(of.select().operand().id())
                        .filter(type -> type.kind() == CelKind.STRUCT)
                        .map(CelType::name)
                        .map(vocabulary.types()::get)
                        .flatMap(type -> member(type, of.select().field()));
            case IDENT -> Optional.ofNullable(elements.get(of.ident().name())).map(Element::shape);
            case CALL ->
                of.call().function().equals("_[_]") ? element(of.call().args().get(0)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What the elements of a list, or the values of a map, are readings of. */
    Optional<Shape> element(CelExpr list) {
        return of(list).map(Shape::element);
    }

    private static Optional<Shape> member(RecordType type, String name) {
        return type.members().stream()
                .filter(m -> m.name().equals(name))
                .map(Member::shape)
                .filter(shape -> shape.kind() == Kind.STRING || shape.element() != null)
                .findFirst();
    }

    /** What people call it. */
    String name(CelExpr member) {
        return switch (member.getKind()) {
            case SELECT -> member.select().field();
            case IDENT ->
                Optional.ofNullable(elements.get(member.ident().name()))
                        .map(Element::name)
                        .orElse(member.ident().name());
            case CALL -> name(member.call().args().get(0));
            default -> "it";
        };
    }
}
