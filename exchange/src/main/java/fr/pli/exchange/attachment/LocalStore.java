package fr.pli.exchange.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Objects as files of a local folder, spread over 256 subfolders. For one host; several hosts need a shared store. */
final class LocalStore implements ObjectStore {

    private static final int BATCH = 1000;

    private final Path root;

    LocalStore(Path root) throws IOException {
        Durable.folder(root);
        this.root = root.toRealPath();
        for (int folder = 0; folder < 256; folder++) {
            Path path = this.root.resolve(HexFormat.of().toHexDigits((byte) folder));
            if (!Files.isDirectory(path)) {
                Files.createDirectory(path);
            }
        }
        Durable.sync(this.root);
    }

    @Override
    public int extentLimit() {
        return 64 * 1024 * 1024;
    }

    @Override
    public Writer create(ObjectName name) throws IOException {
        return new LocalWriter(name, path(name));
    }

    @Override
    public Reader open(ObjectName name) throws IOException {
        return new LocalReader(FileChannel.open(path(name), StandardOpenOption.READ));
    }

    @Override
    public void delete(ObjectName name) throws IOException {
        Files.deleteIfExists(path(name));
    }

    @Override
    public void list(Consumer<Collection<Stored>> batches) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path folder : folders) {
                listFolder(folder, batches);
            }
        }
    }

    private static void listFolder(Path folder, Consumer<Collection<Stored>> batches) throws IOException {
        List<Stored> batch = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                stored(file).ifPresent(batch::add);
                if (batch.size() == BATCH) {
                    batches.accept(batch);
                    batch = new ArrayList<>();
                }
            }
        }
        if (!batch.isEmpty()) {
            batches.accept(batch);
        }
    }

    private static Optional<Stored> stored(Path file) throws IOException {
        Optional<ObjectName> name = ObjectName.parse(file.getFileName().toString());
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stored(
                    name.get(), attributes.size(), attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException removedMeanwhile) {
            return Optional.empty();
        }
    }

    @Override
    public Map<ObjectName, Long> sizes(List<ObjectName> names) throws IOException {
        Map<ObjectName, Long> sizes = new HashMap<>();
        for (ObjectName name : names) {
            try {
                sizes.put(name, Files.size(path(name)));
            } catch (NoSuchFileException absent) {
                continue;
            }
        }
        return sizes;
    }

    @Override
    public void check() throws IOException {
        if (!Files.isWritable(root)) {
            throw new IOException("the folder " + root + " cannot be written");
        }
    }

    @Override
    public void rehearse() throws IOException {
        var name = new ObjectName(UUID.randomUUID(), 0, 0);
        byte[] bytes = {'p', 'l', 'i'};
        try (Writer writer = create(name)) {
            writer.write(bytes, 0, bytes.length);
            writer.commit();
        }
        byte[] read = Files.readAllBytes(path(name));
        delete(name);
        if (!Arrays.equals(read, bytes)) {
            throw new IOException("the folder " + root + " does not give back what was written");
        }
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public String place() {
        return root.toString();
    }

    @Override
    public long free() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    private Path path(ObjectName name) {
        return root.resolve(name.folder()).resolve(name.toString());
    }

    private record LocalReader(FileChannel channel) implements Reader {

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int read(ByteBuffer buffer, long position) throws IOException {
            int start = buffer.position();
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position() - start) < 0) {
                    break;
                }
            }
            return buffer.position() - start;
        }

        @Override
        public void close() {
            Durable.closeQuietly(channel);
        }
    }
}
