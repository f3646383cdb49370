package io.exhibit.run.mask;

import io.exhibit.assessment.Keeping;
import io.exhibit.render.PackContent;
import io.exhibit.run.items.Populations;
import io.exhibit.seal.Content;
import io.exhibit.seal.MaskList;
import io.exhibit.seal.Profile;
import io.exhibit.seal.Statement.LeftOut;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pack, masked: what is printed, what is put into it, and what is listed. */
public final class MaskedPack {

    private final Profile profile;
    private final PackContent content;
    private final List<LeftOut> leftOut;
    private final Map<String, byte[]> made;
    private final Map<String, Content> copies;
    private final List<Keeping> keeping;
    private final Populations populations;
    private final Masks masks;

    MaskedPack(
            Profile profile,
            PackContent content,
            List<LeftOut> leftOut,
            Map<String, byte[]> made,
            Map<String, Content> copies,
            List<Keeping> keeping,
            Populations populations,
            Masks masks) {
        this.profile = profile;
        this.content = content;
        this.leftOut = leftOut;
        this.made = made;
        this.copies = copies;
        this.keeping = keeping;
        this.populations = populations;
        this.masks = masks;
    }

    public Profile profile() {
        return profile;
    }

    public PackContent content() {
        return content;
    }

    /** Every sealed file of the runs, none of which the pack holds. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    /** What it was made by, as far as the pack holds it. */
    public Map<String, byte[]> made() {
        return made;
    }

    /** Masked copies of sealed files, by name in the payload. */
    public Map<String, Content> copies() {
        return copies;
    }

    /** How the runs were kept; names of files in it tell no more than the pack may. */
    public List<Keeping> keeping() {
        return keeping;
    }

    /** Writes the populations as the pack may tell them. */
    public Populations populations() {
        return populations;
    }

    /** The list of what was masked. */
    public byte[] list() throws IOException {
        return MaskList.of(masks.list());
    }

    /** The value behind a pseudonym that stands in the pack. */
    public Optional<Disclosure> disclosure(String pseudonym) {
        return masks.disclosure(pseudonym);
    }
}
