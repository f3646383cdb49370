package io.exhibit.cli.terminal;

/** What somebody says by the options of a command: who he is, and why. It is sealed, logged or printed. */
public final class Said {

    private static final int LONGEST_NAME = 200;

    private Said() {}

    /** As covers print it. */
    public static void nameAndFunction(String name) {
        line("--as", name, LONGEST_NAME);
        if (name.contains("@") || !name.matches(".*\\S,\\s*\\S.*")) {
            throw new Stop(
                    ExitCode.USAGE,
                    "--as is a name and a function, as 'Jane Doe, Security Official', and no mail address: covers print it.");
        }
    }

    /** Of an option. */
    public static void line(String option, String text, int longest) {
        boolean control = text.chars().anyMatch(Character::isISOControl);
        if (text.isBlank() || control || text.length() > longest) {
            throw new Stop(
                    ExitCode.USAGE, option + " is one line of at most " + longest + " characters, and is not empty.");
        }
    }
}
