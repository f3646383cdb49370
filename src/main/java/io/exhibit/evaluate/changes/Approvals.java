package io.exhibit.evaluate.changes;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Change.Approved;
import io.exhibit.assessment.Change.How;
import io.exhibit.control.Register;
import io.exhibit.control.Register.Entry;
import io.exhibit.evaluate.Wildcards;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the organization's registers have on file for changes. The first entry that counts and fits is the one. */
public final class Approvals implements Function<Change, Optional<Approved>> {

    private static final String CHANGES = "approved_changes";
    private static final String JOINED = "account_changes";
    private static final String CLOSED = "account_closures";
    private static final String SUPPRESSIONS = "approved_suppressions";

    private final Map<String, Register> registers;
    private final LocalDate day;

    /** @param day on which an entry has to count: approved by then, its review not past */
    public Approvals(Map<String, Register> registers, LocalDate day) {
        this.registers = registers;
        this.day = day;
    }

    @Override
    public Optional<Approved> apply(Change change) {
        return Stream.of(
                        first(CHANGES, change, Approvals::fits),
                        first(JOINED, change, (entry, of) -> of.how() == How.ADDED && isOfAccount(entry, of)),
                        first(CLOSED, change, (entry, of) -> isClosed(of) && isOfAccount(entry, of)),
                        first(SUPPRESSIONS, change, Approvals::isOfSuppression))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Approved> first(String register, Change change, BiPredicate<Entry, Change> fits) {
        List<Entry> entries =
                registers.containsKey(register) ? registers.get(register).entries() : List.of();
        return entries.stream()
                .filter(entry -> entry.counts(day) && fits.test(entry, change))
                .findFirst()
                .map(entry -> new Approved(
                        register, text(entry, "reference"), entry.approver(), entry.approved(), entry.reason()));
    }

    /** The change came to be at some time after the night before had begun and before the night had ended. */
    private static boolean fits(Entry entry, Change change) {
        Instant from = time(entry, "from", Instant.MIN);
        Instant until = time(entry, "until", Instant.MAX);
        return Wildcards.match(text(entry, "what"), change.kind(), true)
                && names(entry, "item", change)
                && (text(entry, "account").isEmpty()
                        || text(entry, "account").equals(change.target().account()))
                && !from.isAfter(change.seen().until())
                && !until.isBefore(change.before().from());
    }

    /** That it leaves, or is no longer active; what else becomes of an account is another change. */
    private static boolean isClosed(Change change) {
        return change.how() == How.REMOVED
                || change.how() == How.CHANGED
                        && change.differences().stream()
                                .allMatch(d ->
                                        d.member().equals("State") && d.before().contains("ACTIVE"));
    }

    private static boolean isOfAccount(Entry entry, Change change) {
        return change.reading().equals("organizations.accounts")
                && text(entry, "account").equals(change.key());
    }

    private static boolean isOfSuppression(Entry entry, Change change) {
        return change.how() != How.CHANGED
                && change.kind().equals(Watched.SUPPRESSION)
                && names(entry, "filter", change)
                && text(entry, "account").equals(change.target().account());
    }

    private static boolean names(Entry entry, String member, Change change) {
        String pattern = text(entry, member);
        return Wildcards.match(pattern, change.key(), false)
                || !change.name().isEmpty() && Wildcards.match(pattern, change.name(), false);
    }

    private static String text(Entry entry, String member) {
        return entry.members().get(member) instanceof String text ? text : "";
    }

    private static Instant time(Entry entry, String member, Instant otherwise) {
        return entry.members().get(member) instanceof Instant at ? at : otherwise;
    }
}
