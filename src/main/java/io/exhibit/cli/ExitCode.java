package io.exhibit.cli;

/** Exit codes; those from 64 on as in sysexits.h. */
final class ExitCode {

    static final int DONE = 0;
    /** Done and sealed, with gaps. */
    static final int GAPS = 3;
    /** What was verified is not what was sealed. */
    static final int VERIFICATION_FAILED = 4;
    /** Nothing failed, and something could not be checked. */
    static final int VERIFICATION_INCOMPLETE = 5;

    static final int USAGE = 64;
    /** A mistake in a file that a person wrote. */
    static final int FILE = 65;
    /** Something that must be there is not. */
    static final int MISSING = 66;

    static final int UNREACHABLE = 69;
    static final int SOFTWARE = 70;
    /** The machine gave too little memory. */
    static final int NO_MEMORY = 71;

    static final int CANNOT_WRITE = 73;
    static final int TRY_LATER = 75;
    static final int NO_CREDENTIALS = 77;
    static final int SETTINGS = 78;

    private ExitCode() {}
}
