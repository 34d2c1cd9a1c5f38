package fr.pli.ops;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One file to send.
 *
 * @param source where it lies here, absolute
 * @param name how it is shown to recipients, with the folders below the one that was named
 */
record Choice(Path source, String name, long length) {

    /** The files named, and those in the folders named, in the order of their names; links are not followed. */
    static List<Choice> of(List<Path> named) {
        List<Choice> choices = new ArrayList<>();
        for (Path path : named) {
            Path absolute = path.toAbsolutePath().normalize();
            try {
                if (Files.isDirectory(absolute)) {
                    walk(absolute, choices);
                } else {
                    choices.add(new Choice(absolute, name(absolute.getFileName()), Files.size(absolute)));
                }
            } catch (IOException unreadable) {
                throw new Stop(CommandLineClient.USAGE, Say.words("send.unreadable", path));
            }
        }
        choices.stream().filter(choice -> choice.length() == 0).findFirst().ifPresent(empty -> {
            throw new Stop(CommandLineClient.USAGE, Say.words("send.empty-file", empty.source()));
        });
        return choices;
    }

    private static void walk(Path folder, List<Choice> choices) throws IOException {
        Path above = folder.getParent() == null ? folder : folder.getParent();
        List<Choice> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    found.add(new Choice(file, name(above.relativize(file)), attributes.size()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(Comparator.comparing(Choice::name));
        choices.addAll(found);
    }

    private static String name(Path path) {
        return path.toString().replace('\\', '/');
    }
}
