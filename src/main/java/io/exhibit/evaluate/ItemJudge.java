package io.exhibit.evaluate;

import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks one assertion about one record. */
final class ItemJudge {

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
            String proof =
                    test.proof().of(told(test, record), variables.collected(), target, parameters, variables::beside);
            return Optional.of(item(record, State.CONFORMS, proof, ""));
        }
        String id = test.assertion().id();
        String account = record.target().account();
        String sentence =
                test.deviation().of(told(test, record), variables.collected(), target, parameters, variables::beside);
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
