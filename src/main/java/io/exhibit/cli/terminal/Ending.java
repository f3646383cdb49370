package io.exhibit.cli.terminal;

import io.exhibit.control.Problem;
import io.exhibit.render.TemplatesRefused;
import io.exhibit.run.PackRefused;
import io.exhibit.seal.FixityException;
import io.exhibit.seal.VaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;

/** How a command ends that could not do its work: an exit code and one clear message. */
public record Ending(int code, String message, List<Problem> problems) {

    /** In the words of the exception where it is one of ours; what nobody foresaw is a fault of the program (sysexits: 70). */
    public static Ending of(Throwable thrown) {
        if (thrown instanceof Stop stop) {
            return new Ending(stop.code(), stop.getMessage(), stop.problems());
        }
        if (thrown instanceof VaultException vault) {
            return new Ending(code(vault.reason()), vault.getMessage(), List.of());
        }
        if (thrown instanceof PackRefused refused) {
            return new Ending(code(refused.reason()), refused.getMessage(), List.of());
        }
        if (thrown instanceof FixityException) {
            return new Ending(ExitCode.FILE, "Sealed evidence was changed: " + thrown.getMessage(), List.of());
        }
        if (thrown instanceof TemplatesRefused refused) {
            return new Ending(
                    ExitCode.FILE,
                    "The templates have mistakes; exhibit templates check says more of them:",
                    refused.problems());
        }
        if (thrown instanceof UncheckedIOException wrapped) {
            return of(wrapped.getCause());
        }
        if (thrown instanceof AccessDeniedException denied) {
            return new Ending(ExitCode.CANNOT_WRITE, "No permission for " + denied.getFile() + ".", List.of());
        }
        if (thrown instanceof FileSystemException file) {
            String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
            return new Ending(ExitCode.CANNOT_WRITE, file.getFile() + ": " + reason + ".", List.of());
        }
        // Java 17 throws its own error, undeclared, when a folder that was listed cannot be closed.
        if (thrown instanceof IOException || thrown.getClass().getName().equals("sun.nio.fs.UnixException")) {
            return new Ending(ExitCode.CANNOT_WRITE, "Could not read or write: " + thrown.getMessage(), List.of());
        }
        return new Ending(ExitCode.SOFTWARE, "A fault of the program: " + thrown, List.of());
    }

    private static int code(PackRefused.Reason reason) {
        return switch (reason) {
            case EMPTY -> ExitCode.MISSING;
            case RUNNING -> ExitCode.USAGE;
            case ISSUED, TORN -> ExitCode.FILE;
        };
    }

    private static int code(VaultException.Reason reason) {
        return switch (reason) {
            case MISSING -> ExitCode.MISSING;
            case LOCKED -> ExitCode.TRY_LATER;
            case UNKNOWN_FORMAT, DAMAGED -> ExitCode.FILE;
            case EXISTS, READ_ONLY, REFUSED -> ExitCode.CANNOT_WRITE;
            case KEY, UNPROTECTED -> ExitCode.SETTINGS;
            case DENIED -> ExitCode.NO_CREDENTIALS;
            case UNREACHABLE -> ExitCode.UNREACHABLE;
        };
    }
}
