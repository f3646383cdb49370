package io.exhibit.run;

import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.Release;
import io.exhibit.render.Issue;
import io.exhibit.render.PackContent;
import io.exhibit.render.PackRenderer;
import io.exhibit.run.mask.Disclosure;
import io.exhibit.run.mask.MaskedPack;
import io.exhibit.seal.Profile;
import io.exhibit.seal.Statement;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Binds a month: the days that were due, judged together, printed, sealed. Handing it over is a matter of its own. */
public final class PackRun {

    private final Vault vault;
    private final Contents contents;
    private final MonthRun month;
    private final NewIssue begun;
    private final PackRenderer renderer;
    private final PackFiles files;
    private final IssueShelf shelf;
    private final InstantSource clock;
    private final Profile profile;
    private final boolean gated;
    private final DraftShelf drafts;
    private final Supplier<byte[]> secret;
    private final Progress progress;

    /**
     * @param assess whoever hears how far it is also hears what is printed
     * @param routes channels that are to get what is bound, which the log knows of before
     * @param profile how much the pack shows
     * @param gated whether a pack is issued only when a named person approved its draft
     * @param secret draws the secret of a masked pack's salts, at least 16 bytes
     */
    public PackRun(
            Vault vault,
            DueTimes due,
            AssessRun assess,
            Contents contents,
            PackRenderer renderer,
            PackFiles files,
            IssueShelf shelf,
            List<Route> routes,
            InstantSource clock,
            Stamping stamping,
            Profile profile,
            Supplier<byte[]> secret,
            boolean gated) {
        this.vault = vault;
        this.contents = contents;
        this.month = new MonthRun(vault, due, assess, contents);
        this.begun = new NewIssue(vault, due, assess, month, shelf, routes, stamping, clock);
        this.renderer = renderer;
        this.files = files;
        this.shelf = shelf;
        this.clock = clock;
        this.profile = profile;
        this.secret = secret;
        this.gated = gated;
        this.progress = assess.progress();
        this.drafts = new DraftShelf(shelf.folder(), assess.book().digest());
    }

    /**
     * A bound pack.
     *
     * @param file the report as a PDF
     * @param zip the pack; empty for a draft
     * @param sha256 of the zip, or of a draft's PDF
     */
    public record Bound(Path file, Optional<Path> zip, String sha256, PeriodAssessment assessment) {}

    /**
     * Binds a period that is over. A pack that was issued before is printed again with its stored issue, from what the log
     * held then, and must come out as the same bytes: an issued pack is never replaced.
     *
     * @param pack such as {@code EH-2026-10}
     * @throws PackRefused when the period is not over, nothing was collected, or another pack was issued under that name
     */
    public Bound bind(String pack, Period period) throws IOException {
        return bind(Edition.first(pack), period);
    }

    /**
     * The same of an edition. A later issue is made of what the log holds by now and by the book as it is now; the issues before it
     * stay as they are.
     *
     * @throws PackRefused also when the issue before it is not in the log, or it was issued with another reason
     */
    public Bound bind(Edition edition, Period period) throws IOException {
        String pack = edition.pack();
        Publication publication = new Publication(vault, shelf);
        Optional<Issued> issued = publication.issued(pack);
        if (issued.isEmpty() && gated) {
            Bound drawn = draw(edition, period);
            Issued draft = drafts.read(pack).orElseThrow();
            Optional<Release> approval = DraftShelf.approval(draft, vault.releases());
            return approval.isEmpty() ? drawn : issue(publication, draft.approved(approval.get()), period);
        }
        return issue(publication, issued.isPresent() ? same(issued.get(), edition) : begun.of(edition, period), period);
    }

    private Bound issue(Publication publication, Issued issue, Period period) throws IOException {
        String pack = issue.pack();
        Vault then = vault.asOf(issue.size());
        PackContent whole = month.of(period, issue, then, false);
        Optional<MaskedPack> masked = profile.masks()
                ? Optional.of(masked(whole, issue, then, shelf.secret(issue, secret)))
                : Optional.empty();
        PackContent content = apart(told(masked.map(MaskedPack::content).orElse(whole), issue, false), pack);
        Publication.Published out = publication.publish(
                issue,
                report -> print(content, report),
                (report, zip) -> files.write(
                        content,
                        issue,
                        report,
                        renderer.html(content),
                        shelf.settleListings(pack, false),
                        then,
                        masked,
                        zip));
        return new Bound(out.report(), Optional.of(out.zip()), out.sha256(), whole.assessment());
    }

    private void print(PackContent content, OutputStream out) throws IOException {
        progress.step("printing the report of " + content.issue().pack(), 0, 0);
        renderer.render(content, out);
    }

    /** Draws up a draft, or prints the one that waits once more: it has to come out the same. */
    private Bound draw(Edition edition, Period period) throws IOException {
        String pack = edition.pack();
        Optional<Issued> waiting = drafts.read(pack);
        Issued draft = waiting.isPresent() ? waiting.get() : begun.of(edition, period);
        Vault then = vault.asOf(draft.size());
        PackContent whole = month.of(period, draft, then, false);
        PackContent content = apart(
                told(
                        profile.masks()
                                ? masked(whole, draft, then, shelf.secret(draft.as("", "", ""), secret))
                                        .content()
                                : whole,
                        draft,
                        true),
                pack);
        Issued drawn = drafts.print(draft, out -> print(content, out));
        shelf.settleListings(pack, true);
        return new Bound(drafts.file(pack), Optional.empty(), drawn.report(), whole.assessment());
    }

    /** The draft of a pack that waits for approval; empty when none does. */
    public Optional<Path> waiting(String pack) throws IOException {
        return gated && !vault.packs().containsKey(pack) && drafts.read(pack).isPresent()
                ? Optional.of(drafts.file(pack))
                : Optional.empty();
    }

    /**
     * Seals that a named person approved the draft of a pack as it was shown, and issues the pack from the very state of the log that the
     * draft was drawn up from: what was sealed since is not in it.
     *
     * @param seen SHA-256 of the draft that was looked at, or "" when that is not said
     * @throws PackRefused when there is no draft, it is another one than was seen, or it would not come out as it was shown
     */
    public Bound approve(Edition edition, Period period, String approver, String reason, String seen)
            throws IOException {
        String pack = edition.pack();
        Publication publication = new Publication(vault, shelf);
        if (publication.issued(pack).isPresent()) {
            throw new PackRefused(
                    PackRefused.Reason.ISSUED,
                    "The pack " + pack + " was issued already; exhibit pack prints it again.");
        }
        Issued draft = drafts.read(pack)
                .orElseThrow(() -> new PackRefused(
                        PackRefused.Reason.EMPTY,
                        "There is no draft of " + pack + " to approve. Draw it up, and look at it: exhibit pack."));
        if (!seen.isEmpty() && !seen.equals(draft.report())) {
            throw new PackRefused(
                    PackRefused.Reason.ISSUED,
                    "The draft of " + pack + " has the SHA-256 " + draft.report() + ", and not " + seen
                            + ": it is another one than was looked at. Nothing was approved.");
        }
        draw(edition, period);
        Release release = vault.release(
                pack, draft.report(), new Statement.Head(draft.origin(), draft.size(), draft.root()), approver, reason);
        return issue(publication, draft.approved(release), period);
    }

    /** What the cover says of the approval: of a masked pack no more than its profile shows. */
    private PackContent told(PackContent content, Issued issue, boolean draft) {
        return content.issued(content.issue()
                .approved(
                        draft,
                        issue.release()
                                .map(release -> new Issue.Approved(
                                        profile == Profile.PUBLIC ? "" : release.approver(),
                                        release.at(),
                                        profile == Profile.FULL ? release.reason() : ""))));
    }

    /** What is too long for the report is printed before it. */
    private PackContent apart(PackContent content, String pack) throws IOException {
        boolean draft = content.issue().draft();
        shelf.beginListings(pack, draft);
        return content.printed(
                renderer.listings(content, (file, volume) -> shelf.listing(pack, draft, file, volume::to)));
    }

    private MaskedPack masked(PackContent whole, Issued issue, Vault sealed, byte[] by) throws IOException {
        return contents.masked(profile, by, whole, files.files(whole, issue, sealed), renderer::text);
    }

    /** The value behind a pseudonym of a masked pack that was issued; empty when the pack has no such one. */
    public Optional<Disclosure> disclose(String pack, Period period, String pseudonym) throws IOException {
        Issued issue = new Publication(vault, shelf)
                .issued(pack)
                .orElseThrow(() -> new PackRefused(
                        PackRefused.Reason.EMPTY,
                        "The pack " + pack + " was not issued: there is nothing to disclose."));
        Vault then = vault.asOf(issue.size());
        PackContent whole = month.of(period, issue, then, false);
        return masked(whole, issue, then, shelf.secret(issue, secret)).disclosure(pseudonym);
    }

    private static Issued same(Issued issued, Edition edition) {
        if (!edition.reason().isBlank() && !edition.reason().equals(issued.reason())) {
            throw new PackRefused(
                    PackRefused.Reason.ISSUED,
                    "The pack " + edition.pack() + " was issued with the reason \"" + issued.reason()
                            + "\". To print it again, leave --reason out; to issue it anew, take the next number.");
        }
        return issued;
    }

    /**
     * Prints a draft of the days so far from what is sealed, by the book as it is now: what another one judged is judged again. It
     * issues nothing, seals nothing and hands nothing over.
     *
     * @throws PackRefused when the draft that was drawn up for an approval lies in its place
     */
    public Bound draft(Edition edition, Period period) throws IOException {
        String pack = edition.pack();
        drafts.requireNone(pack);
        begun.requireLogged(pack, period);
        Period soFar = MonthRun.soFar(period, clock.instant());
        Issued draft = begun.soFar(edition, soFar);
        PackContent whole = month.of(soFar, draft, vault, true);
        PackContent content = apart(
                profile.masks() ? masked(whole, draft, vault, secret.get()).content() : whole, pack);
        IssueShelf.Printed printed = shelf.draft(pack, out -> print(content, out));
        shelf.settleListings(pack, true);
        return new Bound(printed.file(), Optional.empty(), printed.sha256(), whole.assessment());
    }

    /**
     * What the pack of the days so far would be printed from, as they are sealed, but for what changed since the pack before; of those not
     * judged yet nothing is in it.
     *
     * @throws PackRefused when nothing was collected in the period
     */
    public PackContent soFar(Edition edition, Period period) throws IOException {
        begun.requireLogged(edition.pack(), period);
        Period soFar = MonthRun.soFar(period, clock.instant());
        return month.alone(soFar, begun.soFar(edition, soFar), vault);
    }

    /**
     * What an issued pack was printed from, but for what changed since the pack before; nothing in it masked: the state of the log of then.
     *
     * @throws PackRefused when it was not issued, or with another book than this one
     */
    public PackContent asIssued(String pack, Period period) throws IOException {
        Issued issue = new Publication(vault, shelf)
                .issued(pack)
                .orElseThrow(() -> new PackRefused(
                        PackRefused.Reason.EMPTY,
                        "What the pack " + pack + " was issued with is not in the folder of packs."));
        return month.alone(period, issue, vault.asOf(issue.size()));
    }

    /** What judges its months. */
    MonthRun month() {
        return month;
    }
}
