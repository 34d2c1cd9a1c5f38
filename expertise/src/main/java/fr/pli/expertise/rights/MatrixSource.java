package fr.pli.expertise.rights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The matrix in force: the operator's file, or the shipped one. */
@Configuration(proxyBeanMethods = false)
class MatrixSource {

    static final String SHIPPED = "/reference/rights-matrix.csv";

    @Bean
    Matrix matrix(RightsSettings settings) {
        return read(settings);
    }

    /** @throws MatrixFault in one sentence that names file, line and fault */
    static Matrix read(RightsSettings settings) {
        Path own = settings.rightsMatrix();
        String name = own == null ? SHIPPED : "pli.expertise.rights-matrix: " + own;
        try (InputStream csv = own == null
                ? Objects.requireNonNull(MatrixSource.class.getResourceAsStream(SHIPPED))
                : Files.newInputStream(own)) {
            return MatrixFile.read(name, csv);
        } catch (IOException unreadable) {
            throw new MatrixFault(name + ": the file cannot be read (" + unreadable + ")");
        }
    }
}
