package io.exhibit.evaluate;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import io.exhibit.control.Parameter;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Record types as CEL types, so that a misspelt member is found when a file is checked. A structure refers to another one by name, which lets them recur. */
final class Types implements CelTypeProvider {

    static final String PARAMETERS = "parameters";
    static final CelType ENTRY = MapType.create(SimpleType.STRING, SimpleType.DYN);

    private final Map<String, CelType> types = new LinkedHashMap<>();
    private final Map<String, CelType> thresholds = new LinkedHashMap<>();

    Types(Map<String, RecordType> records, Map<String, Parameter> parameters) {
        records.values().forEach(record -> {
            Map<String, CelType> members = new LinkedHashMap<>();
            record.members().forEach(m -> members.put(m.name(), type(m.shape())));
            add(record.name(), members);
        });
        parameters.forEach((name, parameter) -> thresholds.put(name, type(parameter.value())));
        add(PARAMETERS, thresholds);
    }

    /** Types of the parameters, by their names. */
    Map<String, CelType> thresholds() {
        return Collections.unmodifiableMap(thresholds);
    }

    /** The type of one record, by name. */
    static CelType struct(String name) {
        return StructTypeReference.create(name);
    }

    private void add(String name, Map<String, CelType> members) {
        types.put(
                name,
                StructType.create(
                        name,
                        ImmutableSet.copyOf(members.keySet()),
                        member -> Optional.ofNullable(members.get(member))));
    }

    private static CelType type(Shape shape) {
        return switch (shape.kind()) {
            case STRING, BLOB -> SimpleType.STRING;
            case LONG -> SimpleType.INT;
            case DOUBLE -> SimpleType.DOUBLE;
            case BOOLEAN -> SimpleType.BOOL;
            case TIMESTAMP -> SimpleType.TIMESTAMP;
            case LIST -> ListType.create(type(shape.element()));
            case MAP -> MapType.create(SimpleType.STRING, type(shape.element()));
            case STRUCTURE -> struct(shape.type());
            case DOCUMENT -> SimpleType.DYN;
        };
    }

    private static CelType type(Object value) {
        return value instanceof Long
                ? SimpleType.INT
                : value instanceof Double
                        ? SimpleType.DOUBLE
                        : value instanceof Boolean
                                ? SimpleType.BOOL
                                : value instanceof List ? ListType.create(SimpleType.STRING) : SimpleType.STRING;
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.copyOf(types.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
