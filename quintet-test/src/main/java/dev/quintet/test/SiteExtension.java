package dev.quintet.test;

import dev.quintet.RunningSite;
import dev.quintet.kernel.context.Context;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// What {@link SiteTest} does, in JUnit's terms: lends a worker to a class, puts each test into a
/// transaction, and binds the site's context around all that the class runs. Named by the
/// annotation, and by nothing else.
public final class SiteExtension
        implements BeforeAllCallback,
                AfterAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                InvocationInterceptor,
                ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SiteExtension.class);

    /// For JUnit.
    public SiteExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        ClassRun outer = store.get(ClassRun.class, ClassRun.class);
        Class<?> type = context.getRequiredTestClass();
        ClassRun run =
                outer == null
                        ? ClassRun.begin(type, workers(context, SiteAnnotations.site(type)))
                        : outer.within(type);
        store.put(ClassRun.class, run);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        classRun(context).end();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        TestRun run = TestRun.begin(classRun(context), context);
        context.getStore(NAMESPACE).put(TestRun.class, run);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestRun run = context.getStore(NAMESPACE).get(TestRun.class, TestRun.class);
        if (run != null) {
            run.end();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Parameters.supports(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestRun test = context.getStore(NAMESPACE).get(TestRun.class, TestRun.class);
        return Parameters.value(
                parameter.getParameter().getType(),
                classRun(context).worker(),
                site(context),
                test);
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation,
            ReflectiveInvocationContext<Constructor<T>> which,
            ExtensionContext context)
            throws Throwable {
        return site(context).call(invocation::proceed);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> which,
            ExtensionContext context)
            throws Throwable {
        site(context).call(invocation::proceed);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> which,
            ExtensionContext context)
            throws Throwable {
        site(context).call(invocation::proceed);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> which,
            ExtensionContext context)
            throws Throwable {
        site(context).call(invocation::proceed);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> which,
            ExtensionContext context)
            throws Throwable {
        site(context).call(invocation::proceed);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> which,
            ExtensionContext context)
            throws Throwable {
        site(context).call(invocation::proceed);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> which,
            ExtensionContext context)
            throws Throwable {
        site(context).call(invocation::proceed);
    }

    @Override
    public <T extends @Nullable Object> T interceptTestFactoryMethod(
            Invocation<T> invocation,
            ReflectiveInvocationContext<Method> which,
            ExtensionContext context)
            throws Throwable {
        return site(context).call(invocation::proceed);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<@Nullable Void> invocation,
            DynamicTestInvocationContext which,
            ExtensionContext context)
            throws Throwable {
        site(context).call(invocation::proceed);
    }

    /// The site of the test, if one runs; else the usual one of the class.
    private static Context site(ExtensionContext context) {
        TestRun test = context.getStore(NAMESPACE).get(TestRun.class, TestRun.class);
        RunningSite site = test == null ? classRun(context).site() : test.site();
        return site.context();
    }

    private static ClassRun classRun(ExtensionContext context) {
        ClassRun run = context.getStore(NAMESPACE).get(ClassRun.class, ClassRun.class);
        if (run == null) {
            throw new IllegalStateException("No class was begun.");
        }
        return run;
    }

    private static Workers workers(
            ExtensionContext context, Class<? extends dev.quintet.Site> site) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(site, _ -> new Workers(site), Workers.class);
    }
}
