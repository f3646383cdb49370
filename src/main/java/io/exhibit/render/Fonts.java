package io.exhibit.render;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The parsed faces of one rendering, and which characters they can show. Glyph substitution is off: it costs twelve
 * times the layout, and a ligature comes out of text extraction as one character.
 */
final class Fonts implements Closeable {

    private final Templates templates;
    private final Map<Face, TrueTypeFont> fonts = new EnumMap<>(Face.class);
    private final Map<Face, CmapLookup> glyphs = new EnumMap<>(Face.class);
    private static final Face[] FACES = Face.values();
    private static final int NONE = 1;
    private static final int FIRST = 2;

    /** What was found for a character of the basic plane: a pack asks of each of its letters, and most are the same few. */
    private final byte[] asked = new byte[0x10000];

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

    /** The wanted face where it has the character, otherwise the one that the laid-out pages fall back to. */
    Optional<Face> face(Face wanted, int character) {
        return has(wanted, character) ? Optional.of(wanted) : faceOf(character);
    }

    private Optional<Face> faceOf(int character) {
        if (character >= asked.length) {
            return found(character);
        }
        if (asked[character] == 0) {
            asked[character] = (byte) found(character)
                    .map(face -> FIRST + face.ordinal())
                    .orElse(NONE)
                    .intValue();
        }
        return asked[character] == NONE ? Optional.empty() : Optional.of(FACES[asked[character] - FIRST]);
    }

    private Optional<Face> found(int character) {
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
