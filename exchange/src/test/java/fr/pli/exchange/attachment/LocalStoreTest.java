package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStoreTest extends ObjectStoreContract {

    @TempDir
    Path folder;

    @Override
    ObjectStore store() throws IOException {
        return new LocalStore(folder);
    }

    @Test
    @Tag("U-12")
    void objectsLieInSubfoldersAndOnlyTheirOwnerReadsThem() throws IOException {
        UUID file = UUID.fromString("01890000-0000-7000-8000-0000000000ab");
        ObjectName name = new ObjectName(file, 3, 65536);
        try (var writer = store().create(name)) {
            writer.commit();
        }
        Path path = folder.resolve("ab").resolve(file + "_3_65536");
        assertThat(path).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    @Tag("Q-6")
    void nothingButTheFormOfAnObjectsNameIsAName() {
        assertThat(ObjectName.parse("../../etc/passwd")).isEmpty();
        assertThat(ObjectName.parse("01890000-0000-7000-8000-0000000000ab_1_0/x"))
                .isEmpty();
        assertThatThrownBy(() -> ObjectName.of("a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("U-12")
    void strangeFilesInTheFolderAreNoObjects() throws IOException {
        var store = store();
        Files.writeString(folder.resolve("ab").resolve("lost+found"), "x");
        store.list(batch -> assertThat(batch).isEmpty());
    }
}
