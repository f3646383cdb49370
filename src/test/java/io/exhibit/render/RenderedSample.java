package io.exhibit.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sample pack, laid out once for all tests, and left in {@code target} to be looked at. */
final class RenderedSample {

    private static final byte[] PDF = keep("sample-pack.pdf", render(SamplePack.content()));

    private RenderedSample() {}

    static byte[] pdf() {
        return PDF.clone();
    }

    static byte[] render(PackContent content) {
        return render(content, Templates.shipped());
    }

    static byte[] render(PackContent content, Templates templates) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PackRenderer(templates).render(content, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    static byte[] keep(String name, byte[] pdf) {
        try {
            Files.write(Files.createDirectories(Path.of("target")).resolve(name), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf;
    }
}
