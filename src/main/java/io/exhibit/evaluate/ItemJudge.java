package io.exhibit.evaluate;

import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks one assertion about one record. */
final class ItemJudge {

    /** Values that are shown beside those that a test names. */
    private static final int SHOWN = 6;

    private final Variables variables;
    private final Map<String, Object> parameters;
    private final Acceptances acceptances;
    private final LocalDate day;
    private final Canonical canonical = new Canonical();
    private Map<String, Object> digested;
    private String digest = "";

    ItemJudge(Variables variables, Map<String, Object> parameters, Acceptances acceptances, LocalDate day) {
        this.variables = variables;
        this.parameters = parameters;
        this.acceptances = acceptances;
        this.day = day;
    }

    /** The item, or empty when the record does not belong to the population. The variables stand for the record already. */
    Optional<Item> judge(CompiledTest test, Record record, Map<String, Object> target) {
        Answer asked = test.where() == null ? Answer.YES : test.where().ask(variables);
        if (asked == Answer.NO) {
            return Optional.empty();
        }
        Answer met = asked.known() ? test.expect().ask(variables) : asked;
        if (!met.known()) {
            return Optional.of(item(record, State.INCONCLUSIVE, reason(met, record), ""));
        }
        if (met.yes()) {
            String unread = variables.unread();
            if (!unread.isEmpty()) {
                return Optional.of(item(record, State.INCONCLUSIVE, unread, ""));
            }
            return Optional.of(item(record, State.CONFORMS, proof(test, record, target), ""));
        }
        String id = test.assertion().id();
        String account = record.target().account();
        String sentence =
                test.deviation().of(told(test, record), variables.collected(), target, parameters, variables::beside)
                        + which(test);
        Optional<RiskAcceptance> accepted = acceptances.covering(id, account, record.key(), day);
        return Optional.of(
                accepted.isPresent()
                        ? item(record, State.ACCEPTED, sentence, accepted.get().id())
                        : item(
                                record,
                                State.DEVIATES,
                                sentence + acceptances.note(id, account, record.key(), day),
                                ""));
    }

    /** The members of the record, and what the test works out for its sentences. */
    private Map<String, Object> told(CompiledTest test, Record record) {
        if (test.shows().isEmpty()) {
            return record.members();
        }
        Map<String, Object> members = new HashMap<>(record.members());
        test.shows().forEach((name, shown) -> members.put(name, shown.value(variables)));
        return members;
    }

    /**
     * The members that the test names, and of alternatives and lists what decided. A member that is not given proves nothing; only
     * where nothing else does it is named.
     */
    private String proof(CompiledTest test, Record record, Map<String, Object> target) {
        Map<String, Object> given =
                test.proof().given(told(test, record), variables.collected(), target, parameters, variables::beside);
        Ground ground = test.expect().ground();
        if (!ground.decides() && !given.isEmpty()) {
            return Sentence.words(given);
        }
        Ground.Found found = ground.of(true, variables);
        Map<String, Object> shown = new LinkedHashMap<>();
        given.forEach((path, value) -> ofEntry(path, value, found.entries(), shown));
        int own = shown.size();
        shown.putAll(found.values());
        return shown.isEmpty() ? "no member of it says otherwise" : cut(shown, own + SHOWN);
    }

    /** Of a list from which one entry decided, a member is shown of that entry alone. */
    private static void ofEntry(String path, Object value, Map<String, Object> entries, Map<String, Object> shown) {
        int dot = path.indexOf('.');
        String list = dot < 0
                ? ""
                : entries.keySet().stream()
                        .filter(name -> List.of(name.split(" or ")).contains(path.substring(0, dot)))
                        .findFirst()
                        .orElse("");
        if (list.isEmpty()) {
            shown.put(path, value);
            return;
        }
        Object member = Sentence.of(entries.get(list), path.substring(dot + 1));
        if (member != null) {
            shown.put(list + path.substring(dot), member);
        }
    }

    private static String cut(Map<String, Object> values, int most) {
        Map<String, Object> some = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (some.size() < most) {
                some.put(name, value);
            }
        });
        int more = values.size() - some.size();
        return Sentence.words(some) + (more == 0 ? "" : ", and " + more + " more");
    }

    /** Of a sentence that names several faults, the values that say which of them it is; otherwise "". */
    private String which(CompiledTest test) {
        if (!test.assertion().deviation().contains(" or ")) {
            return "";
        }
        Map<String, Object> found = test.expect().ground().of(false, variables).values();
        return found.isEmpty() ? "" : " (because " + cut(found, SHOWN) + ")";
    }

    /** A target as an item of the population. */
    static Item target(Target target, State state, String text) {
        return new Item(target, target.toString(), state, "", text, "");
    }

    private Item item(Record record, State state, String text, String acceptance) {
        // Several assertions ask about the same record in turn; it is digested once.
        if (digested != record.members()) {
            digested = record.members();
            digest = canonical.digest(digested);
        }
        return new Item(record.target(), record.key(), state, digest, text, acceptance);
    }

    private static String reason(Answer answer, Record record) {
        return record.gaps().isEmpty()
                ? answer.unknown()
                : answer.unknown() + " (" + CollectionRecords.words(record.gaps()) + ")";
    }
}
