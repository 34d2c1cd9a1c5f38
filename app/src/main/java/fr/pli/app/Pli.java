package fr.pli.app;

import fr.pli.app.doctor.Doctor;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The product: one application made of the features of {@code fr.pli.exchange} and {@code fr.pli.expertise} and the pages around them. */
@SpringBootApplication(scanBasePackages = "fr.pli")
@ConfigurationPropertiesScan("fr.pli")
@Modulithic(
        systemName = "Pli",
        additionalPackages = {"fr.pli.exchange", "fr.pli.expertise"})
public class Pli {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("doctor")) {
            System.exit(Doctor.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(Pli.class, args);
    }
}
