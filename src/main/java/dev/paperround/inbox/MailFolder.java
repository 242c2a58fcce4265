package dev.paperround.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stores each mail as an .eml file. File names start with the time, so sorting them restores the order without an
 * index.
 */
final class MailFolder {
    static final int MOST_MAILS = 5000;
    private static final String ENDING = ".eml";
    private static final Pattern ID = Pattern.compile("\\d{16}-[0-9a-f]{8}");

    private final Path directory;
    private final Clock clock;
    private final ConcurrentSkipListSet<String> ids = new ConcurrentSkipListSet<>();
    private final AtomicInteger count = new AtomicInteger();

    // This constructor is for reading only, so it does not count the mails.
    MailFolder(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    static MailFolder open(Path directory, Clock clock) throws IOException {
        Files.createDirectories(directory);
        MailFolder folder = new MailFolder(directory, clock);
        folder.ids.addAll(folder.idsOnDisk());
        folder.count.set(folder.ids.size());
        return folder;
    }

    String keep(String sender, List<String> recipients, byte[] mail) throws IOException {
        String id = newId();
        Path unfinished = directory.resolve(id + ".tmp");
        Files.write(unfinished, envelope(sender, recipients));
        Files.write(unfinished, mail, StandardOpenOption.APPEND);
        Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE);
        ids.add(id);
        if (count.incrementAndGet() > MOST_MAILS) {
            forgetOldest();
        }
        return id;
    }

    // The folder is read each time, because another process may be adding mails.
    List<String> newestFirst() throws IOException {
        return idsOnDisk();
    }

    Optional<byte[]> read(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file(id)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private List<String> idsOnDisk() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(ID.asMatchPredicate())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private void forgetOldest() throws IOException {
        String oldest = ids.pollFirst();
        if (oldest != null) {
            count.decrementAndGet();
            Files.deleteIfExists(file(oldest));
        }
    }

    private Path file(String id) {
        return directory.resolve(id + ENDING);
    }

    // Mail servers add these headers on final delivery.
    private static byte[] envelope(String sender, List<String> recipients) {
        StringBuilder fields = new StringBuilder("Return-Path: <" + sender + ">\r\n");
        recipients.forEach(
                recipient -> fields.append("Delivered-To: ").append(recipient).append("\r\n"));
        return fields.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String newId() {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        return String.format("%016d-%08x", micros, ThreadLocalRandom.current().nextInt());
    }
}
