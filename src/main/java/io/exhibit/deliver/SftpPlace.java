package io.exhibit.deliver;

import io.exhibit.deliver.NotDelivered.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** A folder on an SFTP server (draft-ietf-secsh-filexfer-02, which OpenSSH speaks). */
public final class SftpPlace implements Place {

    private final SftpServer server;
    private final SftpLogin login;

    private SftpPlace(SftpServer server, SftpLogin login) {
        this.server = server;
        this.login = login;
    }

    /** Connects, checks the server's key, and logs in. */
    public static Place open(SftpServer server) throws IOException {
        return new SftpPlace(server, SftpLogin.to(server));
    }

    @Override
    public Optional<String> digest(String name) throws IOException {
        return asked("Reading " + name, sftp -> {
            requireFolder(sftp);
            try (InputStream in = sftp.read(path(name))) {
                return Optional.of(FileDigest.of(in));
            } catch (SftpException e) {
                if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    @Override
    public String check() throws IOException {
        return asked("Looking", sftp -> {
            requireFolder(sftp);
            return "its host key is the right one, we are let in, and the folder is there; that we may write into it shows"
                    + " with the first pack";
        });
    }

    private void requireFolder(SftpClient sftp) throws IOException {
        String folder = server.folder().isEmpty() ? "." : server.folder();
        try {
            if (sftp.stat(folder).isDirectory()) {
                return;
            }
        } catch (SftpException e) {
            if (e.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                throw e;
            }
        }
        throw new NotDelivered(
                Reason.REFUSED,
                "There is no folder " + folder + " at " + server.address() + ". Have it made, or check its name.");
    }

    /** A rename without the extension that replaces: a server refuses it when the name is taken. */
    @Override
    public String put(String name, Path file, String sha256) throws IOException {
        String temporary = path(".tmp-" + name);
        return asked("Sending " + name, sftp -> {
            try (OutputStream out =
                    sftp.write(temporary, EnumSet.of(OpenMode.Create, OpenMode.Truncate, OpenMode.Write))) {
                Files.copy(file, out);
            }
            try (InputStream in = sftp.read(temporary)) {
                String arrived = FileDigest.of(in);
                if (!arrived.equals(sha256)) {
                    throw new NotDelivered(
                            Reason.BROKEN_OFF,
                            name + " did not arrive at " + server.address() + " as it was sent: SHA-256 " + arrived
                                    + " instead of " + sha256 + ". It was not given its name.");
                }
            }
            rename(sftp, temporary, name, sha256);
            return "";
        });
    }

    private void rename(SftpClient sftp, String temporary, String name, String sha256) throws IOException {
        try {
            sftp.rename(temporary, path(name));
        } catch (SftpException e) {
            Optional<String> found = digest(name);
            if (found.isEmpty()) {
                throw e;
            }
            if (!found.get().equals(sha256)) {
                throw PlacedDelivery.taken(server.address(), name);
            }
            sftp.remove(temporary);
        }
    }

    private String path(String name) {
        return server.folder().isEmpty() ? name : server.folder().replaceFirst("/$", "") + "/" + name;
    }

    private interface Asking<T> {
        T of(SftpClient sftp) throws IOException;
    }

    private <T> T asked(String what, Asking<T> asking) throws IOException {
        try {
            return asking.of(login.sftp());
        } catch (NotDelivered e) {
            throw e;
        } catch (SftpException e) {
            throw refused(what, e);
        } catch (IOException e) {
            throw new NotDelivered(
                    Reason.BROKEN_OFF,
                    what + " at " + server.address() + " was broken off: " + SftpLogin.line(e)
                            + ". Nothing has its name that is not whole.",
                    e);
        }
    }

    private NotDelivered refused(String what, SftpException e) {
        String said = what + " at " + server.address() + " was refused: " + SftpLogin.line(e) + ".";
        return switch (e.getStatus()) {
            case SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, SftpConstants.SSH_FX_QUOTA_EXCEEDED ->
                new NotDelivered(Reason.FULL, said + " Have room made there.", e);
            case SftpConstants.SSH_FX_PERMISSION_DENIED ->
                new NotDelivered(Reason.REFUSED, said + " The user needs to read, write and rename in that folder.", e);
            case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST ->
                new NotDelivered(Reason.BROKEN_OFF, said + " Nothing has its name that is not whole.", e);
            default ->
                new NotDelivered(
                        Reason.REFUSED, said + " Check the folder, its permissions, and whether its disk is full.", e);
        };
    }

    @Override
    public void close() throws IOException {
        login.close();
    }
}
