package io.exhibit.console.book;

import static io.exhibit.console.book.EntryField.date;
import static io.exhibit.console.book.EntryField.line;

import io.exhibit.assessment.DocumentResult;
import io.exhibit.console.page.Parcel;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Typed;
import io.exhibit.control.Document;
import io.exhibit.evidence.Sha256;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is on file beside all tests: each document with its version and who approved it, and the file itself, which is handed in here. The book has its digest. Nobody's browser is
 * shown such a file: it is handed out to be saved.
 */
public final class DocumentForms {

    private static final String PLACE = "/book/documents";

    /** A file of somebody else's: even a browser that opened it would run nothing of it. */
    private static final String INERT = "sandbox; default-src 'none'";

    private static final String OTHER = "its file was altered";

    private static final String ALTERED =
            "The file that is kept here is not the one that the book names: somebody changed it on the disk. The log has its digest and not its bytes. Hand the right one in below: it is put in its"
                    + " place at once, and what lies there is kept under its own digest. If the new one is meant, hand that one in, with who approved it.";

    private final EntryForms forms;

    public DocumentForms(EntryForms forms) {
        this.forms = forms;
    }

    private List<Document> all(Context context) throws IOException {
        return forms.desk().check(forms.view(context).instead()).book().documents();
    }

    private Document document(Context context) throws IOException {
        return all(context).stream()
                .filter(each -> each.id().equals(context.pathParam("id")))
                .findFirst()
                .orElseThrow(() -> Refusal.notHere("The mapping asks for no document of that name."));
    }

    /** What was filed for a document, as text. */
    private Map<String, String> entry(EntryForms.Rows rows, Document document) {
        int row = EntryForms.find(rows, "id", document.id());
        return row < 0 ? Map.of() : rows.rows().get(row);
    }

    public void documents(Context context) throws IOException {
        EntryForms.Rows rows = forms.rows(context, BookDesk.DOCUMENTS, "");
        EntryList list = new EntryList(
                "documents",
                "Documents",
                "The mapping asks for none.",
                "Document",
                "What it must show",
                "On file",
                "Signed",
                "File");
        List<DocumentResult> judged =
                forms.standing(context).month().assessment().documents();
        for (Document document : all(context)) {
            Map<String, String> entry = entry(rows, document);
            String title = entry.getOrDefault("title", "");
            String version = entry.getOrDefault("version", "");
            list.marked(
                    PLACE + "/" + ScopeForms.url(document.id()),
                    wanting(judged, document, entry),
                    document.id(),
                    document.says(),
                    title.isEmpty() ? "nothing" : title + (version.isEmpty() ? "" : ", version " + version),
                    title.isEmpty() ? "" : ScopeForms.signed(entry),
                    held(entry));
        }
        forms.list(
                context,
                "Documents",
                "Policies, records and attestations that no test replaces: the newest version of each, with who approved it. The book keeps the digest of the file, so that an auditor can tell that it is the one.",
                BookDesk.DOCUMENTS,
                rows.said(),
                List.of(list.markedFirst(OTHER)));
    }

    /** What is wrong with it, or "": as the month judges it, unless the draft files another one. */
    private String wanting(List<DocumentResult> judged, Document document, Map<String, String> entry)
            throws IOException {
        if (isAltered(entry)) {
            return OTHER;
        }
        if (document.filed().isEmpty()) {
            return "missing";
        }
        return judged.stream()
                .filter(result -> result.document().id().equals(document.id())
                        && result.document().filed().equals(document.filed()))
                .findFirst()
                .map(result -> switch (result.state()) {
                    case MISSING -> "missing";
                    case STALE -> "stale";
                    case INCOMPLETE -> "incomplete";
                    case CURRENT, NOT_APPLICABLE -> "";
                })
                .orElse("");
    }

    /** Whether the file that is kept for it is not the one that the book names. */
    private boolean isAltered(Map<String, String> entry) throws IOException {
        Optional<Path> file = file(entry.getOrDefault("digest", ""));
        return file.isPresent() && !forms.desk().drafts().documents().isSound(file.get());
    }

    private String held(Map<String, String> entry) throws IOException {
        String digest = entry.getOrDefault("digest", "");
        if (digest.isEmpty()) {
            return "no digest";
        }
        return file(digest).isEmpty()
                ? "elsewhere, by its digest"
                : isAltered(entry) ? "here, and not the one that the book names" : "here";
    }

    private Optional<Path> file(String digest) throws IOException {
        return forms.desk().drafts().documents().find(digest.toLowerCase(Locale.ROOT));
    }

    private EntryForm form(Document document, String digest) throws IOException {
        String path = PLACE + "/" + ScopeForms.url(document.id());
        return new EntryForm(
                "Documents",
                PLACE,
                document.id(),
                document.says() + (document.required().isEmpty() ? "." : ". Asked for: " + document.required() + "."),
                path,
                "",
                file(digest).isPresent() ? path + "/file" : "",
                BookDesk.DOCUMENTS,
                true,
                List.of(
                        line("title", "Title", "As the document has it.", true),
                        line("version", "Version", "As the document says it.", true),
                        line("approver", "Approved by", "Name and function.", true),
                        date("approved", "Approved on", "Its age is counted from there.", true),
                        line(
                                "digest",
                                "SHA-256 of the file",
                                "Filled in when a file is handed in below. Type it for one that is kept elsewhere (sha256sum prints it), or leave it empty.",
                                false),
                        EntryField.file(
                                "file",
                                "The file",
                                "PDF, PNG, JPEG, DOCX, XLSX, ODT or plain text, at most 10 MB. It is filed beside the book when the draft is published.")));
    }

    public void show(Context context) throws IOException {
        Document document = document(context);
        EntryForms.Rows rows = forms.rows(context, BookDesk.DOCUMENTS, "");
        Map<String, String> entry = entry(rows, document);
        boolean altered = isAltered(entry);
        EntryForm form = form(document, altered ? "" : entry.getOrDefault("digest", ""));
        forms.show(context, form, forms.values(form, entry), Map.of(), altered ? ALTERED : rows.said());
    }

    public void change(Context context) throws IOException {
        Document document = document(context);
        Typed typed = new Typed(context);
        EntryForm form = form(document, "");
        Map<String, String> members = new LinkedHashMap<>();
        members.put("id", document.id());
        members.putAll(forms.read(typed, form));
        Optional<String> digest = taken(context, typed);
        digest.ifPresent(taken -> {
            members.put("digest", taken);
            typed.instead("digest", taken);
        });
        int row = EntryForms.find(forms.rows(context, BookDesk.DOCUMENTS, ""), "id", document.id());
        forms.save(
                context,
                form(document, members.get("digest")),
                typed,
                text -> forms.desk().withRow(BookDesk.DOCUMENTS, text, "", row, members));
    }

    /** The digest of the file that came along: it is kept whatever else is wrong, as no browser sends a file twice by itself. */
    private Optional<String> taken(Context context, Typed typed) throws IOException {
        Optional<Parcel.Enclosed> enclosed = Parcel.of(context).flatMap(Parcel::file);
        if (enclosed.isEmpty()) {
            return Optional.empty();
        }
        if (enclosed.get().tooLarge()) {
            typed.wrong(
                    "file",
                    "The file has more than 10 MB. Save a smaller one, or keep it elsewhere and type its digest.");
            return Optional.empty();
        }
        DocumentKind.Found found =
                DocumentKind.of(enclosed.get().name(), enclosed.get().bytes());
        if (found.kind().isEmpty()) {
            typed.wrong("file", found.sentence());
            return Optional.empty();
        }
        try {
            return Optional.of(
                    forms.handIn(enclosed.get().bytes(), found.kind().get().ending()));
        } catch (IOException e) {
            typed.wrong("file", e.getMessage());
            return Optional.empty();
        }
    }

    /** Hands the file out, when it is the one that the book names. */
    public void file(Context context) throws IOException {
        Document document = document(context);
        EntryForms.Rows rows = forms.rows(context, BookDesk.DOCUMENTS, "");
        String digest = entry(rows, document).getOrDefault("digest", "").toLowerCase(Locale.ROOT);
        Path path =
                file(digest).orElseThrow(() -> Refusal.notHere("The file of " + document.id() + " is not kept here."));
        byte[] bytes = Files.readAllBytes(path);
        if (!Sha256.hex(bytes).equals(digest)) {
            throw new Refusal(
                    409,
                    "The file that is kept for " + document.id()
                            + " is not the one any more that the book names: its digest is another one. Put the right one back.");
        }
        String name = path.getFileName().toString();
        context.header("Content-Security-Policy", INERT);
        context.header(
                "Content-Disposition",
                "attachment; filename=\"" + document.id().replaceAll("[^A-Za-z0-9_-]", "_")
                        + name.substring(name.lastIndexOf('.')) + "\"");
        context.contentType("application/octet-stream").result(bytes);
    }
}
