package io.exhibit.render.broken;

import io.exhibit.seal.Vault;

/** Broken on purpose: a sample for the architecture rules. */
final class KnowsAVerb {

    private KnowsAVerb() {}

    static Vault vault;
}
