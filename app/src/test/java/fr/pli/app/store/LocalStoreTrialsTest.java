package fr.pli.app.store;

import fr.pli.app.AppTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@AppTest
class LocalStoreTrialsTest extends StoreTrials {

    @Override
    void plant(String object, byte[] bytes) throws IOException {
        Files.write(path(object), bytes);
    }

    @Override
    void remove(String object) throws IOException {
        Files.delete(path(object));
    }

    @Override
    boolean there(String object) {
        return Files.exists(path(object));
    }

    @Override
    byte[] raw(String object) throws IOException {
        return Files.readAllBytes(path(object));
    }

    private Path path(String object) {
        String file = object.substring(0, 36);
        return Path.of(storage.place()).resolve(file.substring(34)).resolve(object);
    }
}
