package io.exhibit.run;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.control.Book;
import io.exhibit.deliver.Delivery;
import io.exhibit.deliver.Receipt;
import io.exhibit.evaluate.PeriodJudge;
import io.exhibit.evidence.RunRecord;
import io.exhibit.render.PackContent;
import io.exhibit.render.PackRenderer;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Binds a month: the days that were due, judged together, printed, sealed, handed over. */
public final class PackRun {

    private static final int EARLIER = 366;

    private final Vault vault;
    private final DueTimes due;
    private final Book book;
    private final PeriodJudge judge;
    private final Contents contents;
    private final PackRenderer renderer;
    private final IssueShelf shelf;
    private final Optional<Delivery> delivery;

    public PackRun(
            Vault vault,
            DueTimes due,
            Book book,
            PeriodJudge judge,
            Contents contents,
            PackRenderer renderer,
            IssueShelf shelf,
            Optional<Delivery> delivery) {
        this.vault = vault;
        this.due = due;
        this.book = book;
        this.judge = judge;
        this.contents = contents;
        this.renderer = renderer;
        this.shelf = shelf;
        this.delivery = delivery;
    }

    /** A bound pack, and its receipt when it was handed over. */
    public record Bound(Path file, String sha256, PeriodAssessment assessment, Optional<Receipt> receipt) {}

    /**
     * Binds a period. A pack that was issued before is printed again with its stored issue and must come out as the same
     * bytes; another result is refused, because an issued pack is never replaced.
     *
     * @param pack such as {@code EH-2026-10}
     */
    public Bound bind(String pack, Period period) throws IOException {
        IssueShelf.Issued issue = shelf.issue(pack, vault.checkpoint());
        List<RunRecord> log = issue.known(vault.runs());
        List<Day> days = Calendar.days(withEarlierDays(period), due, log, issue.at(), book.scope());
        PeriodAssessment assessment = judge.judge(book, period, days, vault);
        PackContent content = contents.of(assessment, log, issue);
        IssueShelf.Printed printed = shelf.print(issue, out -> renderer.render(content, out));
        if (printed.fresh()) {
            vault.sealPack(pack, printed.sha256());
        }
        Optional<Receipt> receipt = delivery.isPresent()
                ? Optional.of(delivery.get().deliver(pack, List.of(printed.file())))
                : Optional.empty();
        return new Bound(printed.file(), printed.sha256(), assessment, receipt);
    }

    /** Earlier days tell since when something has deviated. */
    private static Period withEarlierDays(Period period) {
        return new Period(period.first().minusDays(EARLIER), period.last(), period.zone());
    }
}
