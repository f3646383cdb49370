package io.exhibit.render.forms;

import io.exhibit.render.PackContent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The forms of a pack that lie beside its report, as text in UTF-8. */
public final class Forms {

    private Forms() {}

    /** A form, which is made while it is written, the same each time: that of a hundred thousand findings takes 90 MB. */
    @FunctionalInterface
    public interface Form {

        /** Writes it and leaves {@code out} open. */
        void to(OutputStream out) throws IOException;
    }

    /** Hands a form over piece by piece. */
    @FunctionalInterface
    private interface Pieces {
        void to(Consumer<String> each);
    }

    /** Each by its name in the pack. */
    public static SortedMap<String, Form> of(PackContent content) {
        SortedMap<String, Form> forms = new TreeMap<>();
        forms.put("findings.csv", form(each -> FindingsCsv.all(content, each)));
        forms.put(Ocsf.NAME, form(each -> Ocsf.lines(content, each)));
        forms.put(PopulationsCsv.INDEX, form(each -> each.accept(PopulationsCsv.index(content.populations()))));
        return forms;
    }

    private static Form form(Pieces pieces) {
        return out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            try {
                pieces.to(piece -> {
                    try {
                        text.write(piece);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            text.flush();
        };
    }
}
