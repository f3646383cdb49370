package io.exhibit.run.book;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;

/** A process of its own for {@link ParallelEditorsTest}: editors who change, merge and publish at random until it is killed. */
final class BookEditors {

    private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");
    static final String[] FILES = {
        "organization/parameters.yaml", "organization/registers/leavers.csv", "organization/documents.yaml"
    };

    private BookEditors() {}

    /** Book, state, editors, edits of each, seed; a line for each publication that was confirmed, and one at the end. */
    public static void main(String[] args) throws Exception {
        Drafts drafts = new Drafts(new BookFolders(Map.of("organization/", Path.of(args[0]))), Path.of(args[1]));
        int editors = Integer.parseInt(args[2]);
        int edits = Integer.parseInt(args[3]);
        CountDownLatch done = new CountDownLatch(editors);
        for (int n = 0; n < editors; n++) {
            int editor = n;
            Thread thread = new Thread(() -> {
                try {
                    Random random = new Random(Long.parseLong(args[4]) + editor);
                    for (int edit = 0; edit < edits; edit++) {
                        edit(drafts, "editor" + editor, random, editors);
                    }
                } catch (IOException e) {
                    say("FAILED " + e);
                } finally {
                    done.countDown();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        done.await();
        say("DONE");
    }

    /** Changes a line of some files, mostly its own and sometimes somebody else's, now and then with a document that it names, until it is published. */
    private static void edit(Drafts drafts, String id, Random random, int editors) throws IOException {
        String mark = id + "-" + random.nextInt(1_000_000);
        for (int tries = 0; tries < 200; tries++) {
            try {
                Draft draft = drafts.of(id).orElse(null);
                if (draft == null || draft.changes().isEmpty()) {
                    draft = begun(drafts, id, draft, random, editors, mark);
                }
                if (!drafts.overtaken(draft).isEmpty()
                        && !drafts.merge(id, draft.version()).isEmpty()) {
                    // Both changed one line: what the other one published stays, and this editor begins anew.
                    drafts.discard(id, drafts.of(id).orElseThrow().version());
                    continue;
                }
                Draft merged = drafts.of(id).orElseThrow();
                Published published = drafts.publish(id, merged.version(), mark, AT, whole -> {});
                say("PUBLISHED " + published.number() + " " + mark);
                return;
            } catch (Overtaken e) {
                // Somebody was faster: look again.
            }
        }
        say("FAILED " + id + " never got through");
    }

    private static Draft begun(Drafts drafts, String id, Draft there, Random random, int editors, String mark)
            throws IOException, Overtaken {
        Draft draft = there;
        int files = 1 + random.nextInt(FILES.length);
        SortedMap<String, String> texts = drafts.files();
        for (int f = 0; f < files; f++) {
            String[] lines = texts.get(FILES[f]).split("\n", -1);
            int line = random.nextInt(5) == 0
                    ? random.nextInt(lines.length - 1)
                    : Integer.parseInt(id.substring(6)) * (lines.length - 1) / editors;
            lines[line] = mark;
            if (random.nextInt(8) == 0) {
                lines[line] += "," + drafts.handIn(mark.getBytes(StandardCharsets.UTF_8), "txt", AT);
            }
            draft = drafts.edit(
                    id,
                    draft == null ? 0 : draft.version(),
                    id,
                    AT,
                    FILES[f],
                    texts.get(FILES[f]),
                    String.join("\n", lines));
        }
        return draft;
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
