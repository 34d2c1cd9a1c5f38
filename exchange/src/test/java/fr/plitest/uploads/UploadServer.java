package fr.plitest.uploads;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.attachment.Content;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Task;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Uploads over real HTTP on the real database and store, without the rest of the product: whoever the header
 * {@code X-Person} names is signed in, and {@code GET /content/{id}} gives a file back.
 */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan("fr.pli.exchange")
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@ComponentScan(
        basePackages = {"fr.pli.exchange.upload", "fr.pli.exchange.platform", "fr.pli.exchange.journal"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(Test|Pages|ManualLanes|TaskRecorder|FailingSweep).*"))
@ComponentScan(
        basePackages = "fr.pli.exchange.attachment",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*[.](FileRows|FileKeyring|SealedFiles|Reading|SealedReception|FileErasure|AttachmentStorage|FirstBytes|MediaTypes)"))
public class UploadServer {

    /** With the argument {@code once} it only starts, which migrates the database, and stops. */
    public static void main(String[] arguments) {
        ConfigurableApplicationContext server = start(Map.of());
        if (List.of(arguments).contains("once")) {
            server.close();
        }
    }

    public static ConfigurableApplicationContext start(Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("pli.jobs.enabled", "false");
        all.put("spring.main.lazy-initialization", "true");
        all.put("spring.datasource.hikari.minimum-idle", "1");
        return new SpringApplicationBuilder(UploadServer.class)
                .web(WebApplicationType.SERVLET)
                .run(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    @Bean
    Task analysis() {
        return new Task() {
            @Override
            public String name() {
                return "analysis";
            }

            @Override
            public Lane lane() {
                return Lane.LONG;
            }

            @Override
            public java.time.Instant run(String id) {
                return null;
            }
        };
    }

    @Bean
    WebMvcConfigurer signedIn() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Somebody());
            }
        };
    }

    private static final class Somebody implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(SignedIn.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            UUID id = UUID.fromString(request.getHeader("X-Person"));
            return new Person(
                    id,
                    id + "@exemple.fr",
                    "Ada",
                    "Dépose",
                    id,
                    "Organisation",
                    Profile.PARTNER,
                    PersonState.ACTIVE,
                    Locale.FRENCH,
                    ZoneOffset.UTC,
                    id);
        }
    }

    @RestController
    static class Stored {

        private final StoredFiles files;

        Stored(StoredFiles files) {
            this.files = files;
        }

        @GetMapping("/content/{id}")
        void content(@PathVariable UUID id, HttpServletResponse response) throws IOException {
            try (Content content = files.open(id)) {
                response.setContentLengthLong(content.length());
                content.read(0, content.length(), response.getOutputStream()::write);
            }
        }
    }

    @RestControllerAdvice
    static class Refusals {

        @ExceptionHandler
        ResponseEntity<String> refused(RefusedException refused, HttpServletRequest request) {
            return ResponseEntity.status(refused.refusal().status())
                    .body(refused.refusal().code());
        }
    }
}
