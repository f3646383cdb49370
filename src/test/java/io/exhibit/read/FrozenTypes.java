package io.exhibit.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Operation.Protocol;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;
import io.exhibit.evidence.Source;
import io.exhibit.read.derived.Derivations;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.JoinedItems;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;

/** Makes the catalog of what the sources declare, from the AWS SDK's own field metadata. */
final class FrozenTypes {

    private static final Map<MarshallingType<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(MarshallingType.STRING, Kind.STRING),
            Map.entry(MarshallingType.INTEGER, Kind.LONG),
            Map.entry(MarshallingType.LONG, Kind.LONG),
            Map.entry(MarshallingType.SHORT, Kind.LONG),
            Map.entry(MarshallingType.FLOAT, Kind.DOUBLE),
            Map.entry(MarshallingType.DOUBLE, Kind.DOUBLE),
            Map.entry(MarshallingType.BIG_DECIMAL, Kind.DOUBLE),
            Map.entry(MarshallingType.BOOLEAN, Kind.BOOLEAN),
            Map.entry(MarshallingType.INSTANT, Kind.TIMESTAMP),
            Map.entry(MarshallingType.SDK_BYTES, Kind.BLOB),
            Map.entry(MarshallingType.DOCUMENT, Kind.DOCUMENT));

    private final Map<String, RecordType> types = new TreeMap<>();
    private final Map<String, String> answers = new TreeMap<>();
    private final Map<String, List<String>> values = new TreeMap<>();

    private FrozenTypes() {}

    static Catalog of(List<Source> sources) {
        FrozenTypes frozen = new FrozenTypes();
        for (Source source : sources) {
            source.operations().forEach(frozen::answer);
            source.readings().forEach(reading -> frozen.reading(source, reading));
        }
        return new Catalog(sources, frozen.types, frozen.answers, frozen.values);
    }

    /** One line for each member, so that a change of one member is a change of one line. */
    static String text(Catalog catalog) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        StringBuilder out = new StringBuilder("{\n\"sources\" : [");
        String comma = "\n";
        for (Source source : catalog.sources()) {
            out.append(comma).append(sorted(json, source));
            comma = ",\n";
        }
        out.append("\n],\n\"answers\" : {");
        comma = "\n";
        for (Map.Entry<String, String> answer : new TreeMap<>(catalog.answers()).entrySet()) {
            out.append(comma).append("  " + json.writeValueAsString(answer.getKey()) + " : ");
            out.append(json.writeValueAsString(answer.getValue()));
            comma = ",\n";
        }
        out.append("\n},\n\"values\" : {");
        comma = "\n";
        for (Map.Entry<String, List<String>> listed : new TreeMap<>(catalog.values()).entrySet()) {
            out.append(comma).append("  " + json.writeValueAsString(listed.getKey()) + " : ");
            out.append(json.writeValueAsString(listed.getValue()));
            comma = ",\n";
        }
        out.append("\n},\n\"types\" : {");
        comma = "\n";
        for (RecordType type : new TreeMap<>(catalog.types()).values()) {
            String name = json.writeValueAsString(type.name());
            out.append(comma).append(name + " : {\"name\" : " + name + ", \"members\" : [");
            String next = "\n  ";
            for (Member member : type.members()) {
                out.append(next).append(json.writeValueAsString(member));
                next = ",\n  ";
            }
            out.append("\n]}");
            comma = ",\n";
        }
        return out.append("\n}\n}\n").toString();
    }

    /** The sets of facts have no order of their own. */
    private static String sorted(ObjectMapper json, Source source) throws JsonProcessingException {
        ObjectNode tree = json.valueToTree(source);
        for (JsonNode operation : tree.path("operations")) {
            List<String> facts = new ArrayList<>();
            operation.path("facts").forEach(fact -> facts.add(fact.textValue()));
            facts.sort(null);
            ((ObjectNode) operation).set("facts", json.valueToTree(facts));
            if (operation.path("root").textValue().isEmpty()) {
                ((ObjectNode) operation).remove("root");
            }
        }
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    }

    private void answer(Operation operation) {
        Optional<Method> method = AwsOperations.method(operation.name());
        String type = method.isPresent()
                ? structure(
                        AwsOperations.prefix(operation.name()),
                        AwsOperations.builder(method.get().getReturnType()),
                        operation.protocol())
                : "artifact.Download";
        answers.put(operation.name(), holds(operation, type));
    }

    /** An answer whose only member is the root itself is that member's content, unless the member is what is wanted. */
    private String holds(Operation operation, String type) {
        return types.get(type) == null || operation.carriers().contains(operation.root())
                ? type
                : types.get(type).members().stream()
                        .filter(m ->
                                m.wire().equals(operation.root()) && m.shape().kind() == Kind.STRUCTURE)
                        .map(m -> m.shape().type())
                        .findFirst()
                        .orElse(type);
    }

    /** The item's members, those of its detail answers, and those that are derived. */
    private void reading(Source source, Reading reading) {
        Map<String, Member> members = new LinkedHashMap<>();
        boolean derived = !reading.derivation().isEmpty();
        if (!derived || Derivations.of(reading).keepsItem()) {
            items(reading).forEach(m -> members.putIfAbsent(m.name(), m));
            for (String detail : reading.details()) {
                if (!derived || Derivations.of(reading).joins(detail)) {
                    types.get(answers.get(detail)).members().stream()
                            .filter(m -> !JoinedItems.PAGING.contains(m.name()))
                            .forEach(m -> members.putIfAbsent(m.name(), m));
                }
            }
        }
        if (derived) {
            Derivation derivation = Derivations.of(reading);
            derivation.structures().forEach(type -> types.put(type.name(), type));
            derivation.members().forEach(m -> members.put(m.name(), m));
        }
        types.put(reading.type(), new RecordType(reading.type(), List.copyOf(members.values())));
    }

    private List<Member> items(Reading reading) {
        RecordType answer = types.get(answers.get(reading.population().get(0)));
        if (reading.carrier().isEmpty()) {
            return answer.members();
        }
        Shape carrier = answer.members().stream()
                .filter(m -> m.name().equals(reading.carrier()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(answer.name() + " has no " + reading.carrier()))
                .shape();
        Shape item = carrier.kind() == Kind.LIST ? carrier.element() : carrier;
        return item.kind() == Kind.STRUCTURE
                ? types.get(item.type()).members()
                : List.of(new Member(reading.keyMember(), reading.keyMember(), item));
    }

    private String structure(String prefix, SdkPojo pojo, Protocol protocol) {
        Class<?> model = pojo.getClass().getEnclosingClass();
        String name = prefix + "." + model.getSimpleName();
        if (!types.containsKey(name)) {
            types.put(name, new RecordType(name, List.of()));
            List<Member> members = new ArrayList<>();
            for (SdkField<?> field : pojo.sdkFields()) {
                if (field.location() == MarshallLocation.PAYLOAD && !field.containsTrait(XmlAttributeTrait.class)) {
                    Shape shape = shape(prefix, field, protocol, listed(prefix, model, field));
                    members.add(new Member(field.memberName(), field.unmarshallLocationName(), shape));
                }
            }
            types.put(name, new RecordType(name, members));
        }
        return name;
    }

    /** Name of the values that AWS's model lists for a text, for those of a list or for the values of a map, or "". */
    private String listed(String prefix, Class<?> model, SdkField<?> field) {
        Optional<Class<?>> constants = Stream.of(model.getMethods())
                .filter(m -> m.getParameterCount() == 0 && m.getName().equalsIgnoreCase(field.memberName()))
                .map(m -> innermost(m.getGenericReturnType()))
                .filter(type -> type instanceof Class<?> c && c.isEnum())
                .<Class<?>>map(Class.class::cast)
                .findFirst();
        constants.ifPresent(c -> values.put(
                prefix + "." + c.getSimpleName(),
                Stream.of(c.getEnumConstants())
                        .filter(value -> !((Enum<?>) value).name().equals("UNKNOWN_TO_SDK_VERSION"))
                        .map(Object::toString)
                        .toList()));
        return constants.map(c -> prefix + "." + c.getSimpleName()).orElse("");
    }

    private static Type innermost(Type type) {
        return type instanceof ParameterizedType held
                ? innermost(held.getActualTypeArguments()[held.getActualTypeArguments().length - 1])
                : type;
    }

    /** @param listed name of the values that the text in it can have, or "" */
    private Shape shape(String prefix, SdkField<?> field, Protocol protocol, String listed) {
        MarshallingType<?> type = field.marshallingType();
        boolean xml = protocol == Protocol.QUERY || protocol == Protocol.EC2 || protocol == Protocol.REST_XML;
        if (type == MarshallingType.LIST) {
            ListTrait list = field.getRequiredTrait(ListTrait.class);
            String named = list.memberLocationName() == null ? "member" : list.memberLocationName();
            String item = xml && !list.isFlattened() ? named : "";
            return new Shape(Kind.LIST, "", shape(prefix, list.memberFieldInfo(), protocol, listed), item);
        }
        if (type == MarshallingType.MAP) {
            SdkField<?> value = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
            return new Shape(Kind.MAP, "", shape(prefix, value, protocol, listed), xml ? "entry" : "");
        }
        if (type == MarshallingType.SDK_POJO) {
            return new Shape(
                    Kind.STRUCTURE, structure(prefix, field.constructor().get(), protocol), null, "");
        }
        Kind kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalStateException(field.memberName() + " is of a type that no record has: " + type);
        }
        return new Shape(kind, kind == Kind.STRING ? listed : "", null, "");
    }
}
