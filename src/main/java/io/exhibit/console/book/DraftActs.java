package io.exhibit.console.book;

import io.exhibit.console.door.Guard;
import io.exhibit.console.door.Visitor;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Typed;
import io.exhibit.run.book.Draft;
import io.exhibit.run.book.Overtaken;
import io.exhibit.run.book.Published;
import io.exhibit.run.book.Signed;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What is done with a draft as a whole: previewed, talked about, approved, published, given up, undone. */
public final class DraftActs {

    private static final int LONGEST = 2_000;

    private final BookDesk desk;
    private final BookPages pages;
    private final InstantSource clock;

    public DraftActs(BookDesk desk, BookPages pages, InstantSource clock) {
        this.desk = desk;
        this.pages = pages;
        this.clock = clock;
    }

    private interface Act {
        String done(String id, long seen, Visitor visitor) throws IOException, Overtaken;
    }

    /** Does it and leads to the draft, with the sentence that it comes to; what is not done is said at once, and the reason that was given for it is still there. */
    private void act(Context context, Act act) throws IOException {
        Typed typed = new Typed(context);
        try {
            String said = act.done(
                    context.pathParam("id"),
                    typed.number("version"),
                    Guard.session(context).visitor());
            pages.done(context, said, List.of());
        } catch (Overtaken | NotDone e) {
            String asked = context.path().substring(context.path().lastIndexOf('/') + 1);
            pages.draft(context, e.getMessage(), Map.of(asked, typed.text("reason")));
        }
    }

    /** What somebody is writing is nobody else's to hand in, to change or to give up. */
    private void ofAuthor(Context context, Act act) throws IOException {
        act(context, (id, seen, visitor) -> {
            if (!id.equals(BookView.own(visitor))) {
                throw new NotDone("Only its author can do that. Nothing was changed.");
            }
            return act.done(id, seen, visitor);
        });
    }

    private Signed signed(Visitor visitor, String text) {
        return new Signed(visitor.name(), clock.instant(), text);
    }

    /** The sentence that goes with what is done, or a refusal that says that it is needed. */
    private static String reason(Context context) throws NotDone {
        Typed typed = new Typed(context);
        String text = typed.line("reason", LONGEST, true);
        if (!typed.right()) {
            throw new NotDone("Say why, in a sentence of one line.");
        }
        return text;
    }

    private static final class NotDone extends IOException {
        private static final long serialVersionUID = 1;

        NotDone(String words) {
            super(words);
        }
    }

    public void preview(Context context) throws IOException {
        Draft draft = desk.drafts()
                .of(context.pathParam("id"))
                .orElseThrow(() -> Refusal.notHere("There is no such draft any more: it was published or given up."));
        Map<String, String> instead = BookView.instead(draft);
        if (!desk.check(instead).problems().isEmpty()) {
            pages.draft(context, "A book with mistakes judges nothing: mend what is listed below first.", Map.of());
            return;
        }
        if (!pages.isSound()) {
            pages.draft(
                    context,
                    "The book on the disk has mistakes: there is nothing to hold the draft against.",
                    Map.of());
            return;
        }
        List<BookDesk.Outlook> outlook = desk.preview(instead, 3);
        pages.done(
                context,
                outlook.isEmpty() ? "No night of the vault was judged yet: there is nothing to preview on." : "",
                outlook);
    }

    public void remark(Context context) throws IOException {
        act(context, (id, seen, visitor) -> {
            desk.drafts().remark(id, signed(visitor, reason(context)));
            return "";
        });
    }

    public void ask(Context context) throws IOException {
        ofAuthor(context, (id, seen, visitor) -> {
            desk.drafts().ask(id, seen, signed(visitor, reason(context)));
            return "It waits for approval now. Any change takes that back.";
        });
    }

    public void approve(Context context) throws IOException {
        act(context, (id, seen, visitor) -> {
            Draft draft = desk.drafts().of(id).orElse(null);
            if (draft != null && desk.fourEyes() && draft.author().equals(visitor.name())) {
                throw new NotDone(
                        "Another person than the author has to approve it (console.four_eyes of the settings).");
            }
            if (draft != null && !desk.check(BookView.instead(draft)).problems().isEmpty()) {
                throw new NotDone("A book with mistakes cannot be approved: mend what is listed below first.");
            }
            desk.drafts().approve(id, seen, signed(visitor, reason(context)));
            return "Approved. It counts when it is published.";
        });
    }

    public void publish(Context context) throws IOException {
        act(context, (id, seen, visitor) -> {
            Draft draft = desk.drafts().of(id).orElse(null);
            if (draft != null && draft.approved().isEmpty()) {
                throw new NotDone("Nobody has approved it yet. Nothing was published.");
            }
            if (draft != null && !desk.check(BookView.instead(draft)).problems().isEmpty()) {
                throw new NotDone("A book with mistakes cannot be published: mend what is listed below first.");
            }
            String why = draft == null
                    ? ""
                    : draft.asked()
                            .map(Signed::text)
                            .orElse(draft.approved().get().text());
            Published published = desk.drafts()
                    .publish(
                            id,
                            seen,
                            why,
                            clock.instant(),
                            whole -> desk.seal(whole, whole.approved().orElseThrow()));
            return "Published as number " + published.number()
                    + ". It counts from the next collection on; packs that were issued stay as they" + " are.";
        });
    }

    public void discard(Context context) throws IOException {
        ofAuthor(context, (id, seen, visitor) -> {
            desk.drafts().discard(id, seen);
            return "The draft was given up; the book is as it was.";
        });
    }

    public void merge(Context context) throws IOException {
        ofAuthor(context, (id, seen, visitor) -> {
            List<String> both = desk.drafts().merge(id, seen);
            return both.isEmpty()
                    ? "What was changed on the disk is in the draft now."
                    : "Both changed the same lines of " + String.join(", ", both)
                            + ". Open its text, put in what the other one wrote, and give the old draft up.";
        });
    }

    /** The way back is a draft like any other: it can be looked at, previewed and has to be approved. */
    public void undo(Context context) throws IOException {
        String number = context.pathParam("number");
        Published published = desk.drafts().history().stream()
                .filter(each -> Integer.toString(each.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> Refusal.notHere("There is no publication " + number + "."));
        Visitor visitor = Guard.session(context).visitor();
        String id = BookView.own(visitor);
        long seen = desk.drafts().of(id).map(Draft::version).orElse(0L);
        try {
            for (var each : published.edits().entrySet()) {
                Draft draft = desk.drafts()
                        .edit(
                                id,
                                seen,
                                visitor.name(),
                                clock.instant(),
                                each.getKey(),
                                each.getValue().after(),
                                each.getValue().before());
                seen = draft.version();
            }
            Screen.on(context, "/" + context.pathParam("month") + "/book/drafts/" + id);
        } catch (Overtaken e) {
            throw new Refusal(
                    409,
                    "What publication " + number + " wrote was changed since, or is in your draft already: "
                            + e.getMessage() + " Change back by hand what is to be undone.");
        }
    }
}
