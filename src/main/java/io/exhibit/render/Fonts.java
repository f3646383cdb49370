package io.exhibit.render;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The parsed faces of one rendering, and which characters they can show. Glyph substitution is off: it costs twelve
 * times the layout, and a ligature comes out of text extraction as one character.
 */
final class Fonts implements Closeable {

    /** Says of every font with variation selectors that they are not used. */
    private static final Logger PARSER = Logger.getLogger("org.apache.fontbox.ttf");

    static {
        PARSER.setLevel(Level.SEVERE);
    }

    private final Templates templates;
    private final Map<Face, TrueTypeFont> fonts = new EnumMap<>(Face.class);
    private final Map<Face, CmapLookup> glyphs = new EnumMap<>(Face.class);
    private final Set<Face> needed = EnumSet.noneOf(Face.class);

    Fonts(Templates templates) {
        this.templates = templates;
        for (Face face : Face.values()) {
            if (face.always()) {
                needed.add(face);
            }
        }
    }

    /** Whether the text faces or a fall-back can show the character; the fall-back that does is then part of the file. */
    boolean shows(int character) {
        Optional<Face> face = faceOf(character);
        face.ifPresent(needed::add);
        return face.isPresent();
    }

    private Optional<Face> faceOf(int character) {
        if (has(Face.PLEX, character) && has(Face.PLEX_SEMIBOLD, character)) {
            return Optional.of(Face.PLEX);
        }
        for (Face face : Face.values()) {
            if (!face.always() && has(face, character)) {
                return Optional.of(face);
            }
        }
        return Optional.empty();
    }

    private boolean has(Face face, int character) {
        font(face);
        return glyphs.get(face).getGlyphId(character) != 0;
    }

    Set<Face> needed() {
        return EnumSet.copyOf(needed);
    }

    TrueTypeFont font(Face face) {
        return fonts.computeIfAbsent(face, this::parse);
    }

    private TrueTypeFont parse(Face face) {
        try {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(templates.read(face.file())));
            font.setEnableGsub(false);
            glyphs.put(face, font.getUnicodeCmapLookup());
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + face.file() + " could not be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (TrueTypeFont font : fonts.values()) {
            font.close();
        }
    }
}
