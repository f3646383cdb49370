package io.exhibit.evaluate;

import dev.cel.runtime.CelVariableResolver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the names in an expression stand for while one item is judged. One object serves a whole run: an item only replaces what differs. */
final class Variables implements CelVariableResolver {

    private final Optional<Object> now;
    private final Optional<Object> period;
    private final Optional<Object> parameters;
    private final Optional<Object> registers;
    private Optional<Object> item = Optional.empty();
    private Optional<Object> target = Optional.empty();
    private Instant collected = Instant.EPOCH;
    private Map<String, String> with = Map.of();
    private Function<String, Companions.Answered> companions = reading -> null;
    private String unknown = "";

    Variables(Instant now, Map<String, Object> period, Map<String, Object> parameters, Map<String, Object> registers) {
        this.now = Optional.of(now);
        this.period = Optional.of(period);
        this.parameters = Optional.of(parameters);
        this.registers = Optional.of(registers);
    }

    /**
     * Where the next items are.
     *
     * @param companions gives the records of a further reading there
     */
    void stand(Map<String, Object> members, Function<String, Companions.Answered> companions) {
        target = Optional.of(members);
        this.companions = companions;
    }

    void item(Map<String, Object> members, Instant at) {
        item = Optional.of(members);
        collected = at;
    }

    /** When the item's answer came. */
    Instant collected() {
        return collected;
    }

    /** The readings that an assertion names, by the name that its expressions use. */
    void with(Map<String, String> readings) {
        with = readings;
    }

    /** Forgets what the expression before this one could not read. */
    void asked() {
        unknown = "";
    }

    /** The records of a further reading, {@code null} when it has none to go by. */
    List<?> beside(String name) {
        return (List<?>) companion(name).orElse(null);
    }

    /**
     * Why a reading under {@code with} could not be read, "" when all could: nothing conforms beside one that was not, also when
     * the expression came to its yes without it, or when only the sentence has it.
     */
    String unread() {
        return with.values().stream()
                .map(reading -> companions.apply(reading).unknown())
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Why the last expression came to nothing. */
    String whyUnknown() {
        return unknown.isEmpty() ? "the expression says neither yes nor no" : unknown;
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "record" -> item;
            case "now" -> now;
            case "target" -> target;
            case "collected" -> Optional.of(collected);
            case "period" -> period;
            case "parameters" -> parameters;
            case "registers" -> registers;
            default -> companion(name);
        };
    }

    private Optional<Object> companion(String name) {
        String reading = with.get(name);
        if (reading == null) {
            return Optional.empty();
        }
        Companions.Answered answered = companions.apply(reading);
        if (answered.unknown().isEmpty()) {
            return Optional.of(answered.records());
        }
        // An expression may ask for several; one that was read must not hide one that was not.
        unknown = answered.unknown();
        return Optional.empty();
    }
}
