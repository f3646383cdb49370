package io.exhibit.console.packs;

import io.exhibit.console.door.Guard;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.Visitor;
import io.exhibit.console.frame.Months;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.month.PackRows;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Say;
import io.exhibit.console.page.Typed;
import io.exhibit.seal.Step;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Packs: what was issued and what waits, read, verified, approved and handed over. */
public final class PackPages {

    private static final int LONGEST = 2_000;

    /** Discrepancies of a step that the page shows. */
    private static final int SHOWN = 20;

    /**
     * A report is a page of its own with styles and one script in it. In a room without cookies, forms and connections they do no harm,
     * whoever wrote them.
     */
    private static final String ALONE = "sandbox allow-scripts; default-src 'none'; style-src 'unsafe-inline';"
            + " script-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'";

    private final PackDesk desk;
    private final Screen screen;
    private final Months months;

    public PackPages(PackDesk desk, Screen screen, Months months) {
        this.desk = desk;
        this.screen = screen;
        this.months = months;
    }

    public void packs(Context context) throws IOException {
        packs(context, "");
    }

    private void packs(Context context, String said) throws IOException {
        Standing standing = months.standing(context);
        Visitor visitor = Guard.session(context).visitor();
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("packs", PackRows.of(standing));
        own.put(
                "issued",
                standing.packs().stream()
                        .filter(pack -> !pack.draft())
                        .map(Standing.Pack::name)
                        .toList());
        own.put("said", said);
        own.put("of", "");
        own.put("drawn", desk.drawn(YearMonth.parse(context.pathParam("month"))).isPresent());
        own.put("steps", List.of());
        own.put("mayApprove", visitor.may(Set.of(Role.APPROVER)));
        own.put("mayDeliver", visitor.may(Set.of(Role.OPERATOR)));
        own.putAll(screen.outcome(context));
        screen.show(context, "packs", "Packs", standing, own);
    }

    private void said(Context context, String words) {
        done(context, Map.of("said", words));
    }

    private void done(Context context, Map<String, Object> outcome) {
        screen.on(context, "/" + context.pathParam("month") + "/packs", outcome);
    }

    static List<Map<String, Object>> rows(List<Step> steps) {
        return steps.stream().map(PackPages::row).toList();
    }

    private static Map<String, Object> row(Step step) {
        return Map.of(
                "name", Say.word(step.name()),
                "status", Say.word(step.status()).toUpperCase(java.util.Locale.ROOT),
                "style",
                        switch (step.status()) {
                            case OK -> "pass";
                            case FAIL -> "fail";
                            case NOT_CHECKED -> "inconclusive";
                            case NOT_ASKED -> "not-applicable";
                        },
                "says", step.says(),
                "found",
                        step.found().stream()
                                .limit(SHOWN)
                                .map(each -> each.code() + " " + each.file() + " " + each.says())
                                .toList(),
                "more", step.found().size() > SHOWN ? Say.count(step.found().size() - SHOWN) : "");
    }

    /** Only what the log or the folder of drafts has: a name leads to no other file. */
    private Standing.Pack pack(Context context) throws IOException {
        String name = context.pathParam("pack");
        return months.standing(context).packs().stream()
                .filter(pack -> pack.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notHere("There is no pack " + name + "."));
    }

    public void report(Context context) throws IOException {
        Standing.Pack pack = pack(context);
        send(context, pack, pack.draft() ? PackDesk.Form.DRAFT : PackDesk.Form.REPORT);
    }

    public void zip(Context context) throws IOException {
        send(context, pack(context), PackDesk.Form.ZIP);
    }

    private void send(Context context, Standing.Pack pack, PackDesk.Form form) throws IOException {
        send(desk, context, pack.name(), form);
    }

    static void send(PackDesk desk, Context context, String pack, PackDesk.Form form) throws IOException {
        Path file = desk.file(pack, form)
                .orElseThrow(() -> Refusal.notHere("The file " + pack + form.ending()
                        + " is not in the folder of packs. exhibit pack prints an issued pack again."));
        context.contentType(form.type());
        context.header("Content-Disposition", "attachment; filename=\"" + pack + form.ending() + "\"");
        context.result(Files.newInputStream(file));
    }

    public void page(Context context) throws IOException {
        Standing.Pack pack = pack(context);
        if (pack.draft()) {
            throw Refusal.notHere("A draft has no report for a browser; read its PDF.");
        }
        alone(context, desk.page(pack.name()));
    }

    static void alone(Context context, byte[] page) {
        context.header("Content-Security-Policy", ALONE);
        context.contentType("text/html; charset=utf-8").result(page);
    }

    public void draw(Context context) throws IOException {
        months.standing(context);
        desk.draw(YearMonth.parse(context.pathParam("month")));
        said(
                context,
                "The draft is drawn up, of the days so far and by the book as it is now. It is no pack: nothing was issued.");
    }

    public void drawn(Context context) throws IOException {
        months.standing(context);
        YearMonth month = YearMonth.parse(context.pathParam("month"));
        Path file = desk.drawn(month)
                .orElseThrow(() -> Refusal.notHere(
                        "No draft of " + month + " was drawn up; the page of the packs has a button for it."));
        context.contentType(PackDesk.Form.DRAFT.type());
        context.header("Content-Disposition", "attachment; filename=\"" + month + PackDesk.Form.DRAFT.ending() + "\"");
        context.result(Files.newInputStream(file));
    }

    public void verify(Context context) throws IOException {
        Standing.Pack pack = pack(context);
        if (pack.draft()) {
            packs(context, "A draft is not sealed: there is nothing to verify.");
            return;
        }
        done(context, Map.of("of", pack.name(), "steps", rows(desk.verify(pack.name()))));
    }

    public void approve(Context context) throws IOException {
        Standing.Pack pack = pack(context);
        Typed typed = new Typed(context);
        String reason = typed.line("reason", LONGEST, true);
        if (!typed.right()) {
            packs(context, "Say in a sentence of one line why you approve " + pack.name() + ".");
            return;
        }
        String seen = context.formParam("seen");
        said(
                context,
                desk.approve(pack.name(), Guard.session(context).visitor().name(), reason, seen == null ? "" : seen));
    }

    public void compare(Context context) throws IOException {
        Standing standing = months.standing(context);
        String older = issued(standing, context.queryParam("older"));
        String newer = issued(standing, context.queryParam("newer"));
        if (older.equals(newer)) {
            throw new Refusal(400, "Choose two packs: these are the same.");
        }
        screen.show(context, "compare", older + " and " + newer, standing, CompareRows.of(desk.compare(older, newer)));
    }

    /** Only what the log has: a name leads to no other file. */
    private static String issued(Standing standing, String name) {
        return standing.packs().stream()
                .filter(pack -> !pack.draft() && pack.name().equals(name))
                .map(Standing.Pack::name)
                .findFirst()
                .orElseThrow(() -> Refusal.notHere(
                        "Two packs that were issued can be compared; the page of the packs lists them."));
    }

    public void reissue(Context context) throws IOException {
        Standing.Pack pack = pack(context);
        Typed typed = new Typed(context);
        String reason = typed.line("reason", LONGEST, true);
        if (!typed.right()) {
            packs(
                    context,
                    "Say in a sentence of one line why " + pack.name() + " is issued again; its cover prints it.");
        } else if (pack.draft() || !pack.newest()) {
            packs(context, "Only the newest issue of a period is issued again. Nothing was issued.");
        } else {
            said(context, desk.reissue(pack.name(), reason));
        }
    }

    public void deliver(Context context) throws IOException {
        said(context, desk.deliver(pack(context).name()));
    }
}
