package io.exhibit.cli.terminal;

/** Exit codes; those from 64 on as in sysexits.h. */
public final class ExitCode {

    public static final int DONE = 0;
    /** Done and sealed, with gaps. */
    public static final int GAPS = 3;
    /** What was verified is not what was sealed. */
    public static final int VERIFICATION_FAILED = 4;
    /** Nothing failed, and something could not be checked. */
    public static final int VERIFICATION_INCOMPLETE = 5;

    public static final int USAGE = 64;
    /** A mistake in a file that a person wrote. */
    public static final int FILE = 65;
    /** Something that must be there is not. */
    public static final int MISSING = 66;

    public static final int UNREACHABLE = 69;
    public static final int SOFTWARE = 70;
    /** The machine gave too little memory. */
    public static final int NO_MEMORY = 71;

    public static final int CANNOT_WRITE = 73;
    public static final int TRY_LATER = 75;
    public static final int NO_CREDENTIALS = 77;
    public static final int SETTINGS = 78;

    private ExitCode() {}
}
