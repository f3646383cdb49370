package io.exhibit.run.watch;

import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.Decision;
import io.exhibit.control.Document;
import io.exhibit.control.Position;
import io.exhibit.control.Register;
import io.exhibit.control.RiskAcceptance;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Entries of the organization's book that count until a date, which is near or over. */
final class Entries {

    /** Days in which somebody with an office can renew an approval. */
    static final int LEAD = 14;

    private final ZoneId zone;
    private final LocalDate today;
    private final List<Alarm> alarms = new ArrayList<>();

    Entries(ZoneId zone, LocalDate today) {
        this.zone = zone;
        this.today = today;
    }

    List<Alarm> of(Book book) {
        for (RiskAcceptance entry : book.acceptances()) {
            if (entry.approved() != null && entry.expires() != null && entry.counts(entry.approved())) {
                add(
                        "acceptance:" + entry.id(),
                        "the risk acceptance " + entry.id() + " of test " + entry.assertion(),
                        entry.expires(),
                        List.of(entry.position()),
                        List.of(entry.assertion()),
                        List.of());
            }
        }
        for (Decision entry : book.decisions()) {
            if (entry.approved() != null && entry.review() != null && entry.counts(entry.approved())) {
                add(
                        "decision:" + entry.citation(),
                        "the decision on " + entry.citation(),
                        entry.review(),
                        List.of(entry.position()),
                        List.of(),
                        List.of(entry.citation()));
            }
        }
        book.registers().values().forEach(each -> register(each, askedBy(each, book)));
        for (Document document : book.documents()) {
            document.filed()
                    .filter(filed -> document.maxAgeDays() > 0 && filed.approved() != null)
                    .ifPresent(filed -> add(
                            "document:" + document.id(),
                            "the document " + document.id() + " (" + Lines.line(filed.title()) + ")",
                            filed.approved().plusDays(document.maxAgeDays()),
                            List.of(filed.position()),
                            List.of(),
                            document.serves().keySet().stream().sorted().toList()));
        }
        return alarms;
    }

    /** Entries of one register that end on the same day were approved together, and are renewed together. */
    private void register(Register register, List<String> tests) {
        Map<LocalDate, List<Position>> ends = new TreeMap<>();
        for (Register.Entry entry : register.entries()) {
            if (entry.approved() != null && entry.review() != null && entry.counts(entry.approved())) {
                ends.computeIfAbsent(entry.review(), day -> new ArrayList<>()).add(entry.position());
            }
        }
        ends.forEach((day, places) -> add(
                "register:" + register.name() + ":" + day,
                Lines.count(places.size(), "entry", "entries") + " of the register " + register.name(),
                day,
                places,
                tests,
                List.of()));
    }

    private static List<String> askedBy(Register register, Book book) {
        Pattern named = Pattern.compile("\\bregisters\\." + Pattern.quote(register.name()) + "\\b");
        return book.assertions().stream()
                .filter(test -> named.matcher(test.readings() + " "
                                + test.where().text() + " " + test.expect().text())
                        .find())
                .map(Assertion::id)
                .toList();
    }

    private void add(
            String key, String what, LocalDate last, List<Position> places, List<String> tests, List<String> units) {
        if (today.isBefore(last.minusDays(LEAD))) {
            return;
        }
        boolean over = last.isBefore(today);
        alarms.add(Alarm.on(
                        AlarmKind.ENTRY,
                        key,
                        last.minusDays(LEAD).atStartOfDay(zone).toInstant(),
                        over ? "over" : "ends",
                        (over ? "Has ended: " : "Ends on " + last + ": ") + what,
                        List.of(
                                over ? "it counted until " + last : "it counts until the end of " + last,
                                "written at " + Lines.some(places)))
                .about(tests, units, last));
    }
}
