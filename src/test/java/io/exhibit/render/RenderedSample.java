package io.exhibit.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sample pack, laid out once for all tests, and left in {@code target} to be looked at. */
final class RenderedSample {

    private static final byte[] PDF = keep(render(SamplePack.content()));

    private RenderedSample() {}

    static byte[] pdf() {
        return PDF.clone();
    }

    static byte[] render(PackContent content) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PackRenderer(Templates.shipped()).render(content, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static byte[] keep(byte[] pdf) {
        try {
            Files.write(Files.createDirectories(Path.of("target")).resolve("sample-pack.pdf"), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf;
    }
}
