using Mono.Cecil;

namespace Fairload.House.Tests;

/// <summary>A test that can not fail is a sentence nobody checks.</summary>
public sealed class Every_test
{
    public static TheoryData<string> Projects { get; } =
        new(Repository.Files.Where(f => f.EndsWith(".Tests.csproj", StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f)));

    [Theory, MemberData(nameof(Projects))]
    public void Asserts_something(string project)
    {
        using var tests = Compiled.Tests(project);
        using var testing = ModuleDefinition.ReadModule(typeof(RepoRoot).Assembly.Location);
        var ours = tests.GetTypes().Concat(testing.GetTypes()).SelectMany(t => t.Methods).Where(m => m.HasBody).ToLookup(Name);

        Repository.Finds(
            tests.GetTypes().SelectMany(t => t.Methods).Where(m => IsTest(m) && !Asserts(m, ours))
                .Select(m => $"{m.DeclaringType.Name}.{m.Name}"),
            "These tests assert nothing:");
    }

    [Fact]
    public void Is_seen_to_assert_nothing_when_it_does_not()
    {
        using var own = Compiled.Tests(typeof(Every_test).Assembly.GetName().Name!);
        var empty = own.GetTypes().SelectMany(t => t.Methods).Single(m => m.Name == nameof(DoesNothing));

        Assert.False(Asserts(empty, Array.Empty<MethodDefinition>().ToLookup(Name)));
    }

    private static string DoesNothing() => nameof(DoesNothing).ToUpperInvariant();

    private static bool IsTest(MethodDefinition method) =>
        method.CustomAttributes.Any(a => a.AttributeType.Name is "FactAttribute" or "TheoryAttribute");

    /// <summary>Follows calls, lambdas and what the compiler makes of async methods, within our own tests.</summary>
    private static bool Asserts(MethodDefinition test, ILookup<string, MethodDefinition> ours)
    {
        var seen = new HashSet<string>();
        var next = new Stack<MethodDefinition>([test]);
        while (next.TryPop(out var method))
        {
            if (!seen.Add(method.FullName)) continue;
            foreach (var operand in method.Body.Instructions.Select(i => i.Operand))
            {
                if (operand is MethodReference called)
                {
                    if (IsAssertion(called)) return true;
                    foreach (var own in ours[Name(called)]) next.Push(own);
                }

                foreach (var machine in Machines(operand)) foreach (var step in machine.Methods.Where(m => m.HasBody)) next.Push(step);
            }

            foreach (var machine in method.Body.Variables.SelectMany(v => Machines(v.VariableType)))
                foreach (var step in machine.Methods.Where(m => m.HasBody)) next.Push(step);
        }

        return false;
    }

    private static bool IsAssertion(MethodReference called)
    {
        var type = called.DeclaringType;
        return type.FullName == "Xunit.Assert"
            || (type.Namespace.StartsWith("FsCheck", StringComparison.Ordinal)
                && called.Name.Contains("ThrowOnFailure", StringComparison.Ordinal))
            || (type.Namespace == "Microsoft.Playwright" && type.Name.EndsWith("Assertions", StringComparison.Ordinal));
    }

    /// <summary>Without its types, because a generic method is called by other ones than it is written with.</summary>
    private static string Name(MethodReference method) => $"{method.DeclaringType.GetElementType().FullName}::{method.Name}";

    /// <summary>The hidden types that hold the steps of an async method or an iterator.</summary>
    private static IEnumerable<TypeDefinition> Machines(object? operand) => operand switch
    {
        GenericInstanceMethod generic => generic.GenericArguments.SelectMany(Machines),
        MethodReference { DeclaringType: { } type } => Machines(type),
        TypeDefinition type when type.Name.Contains(">d__", StringComparison.Ordinal) => [type],
        _ => [],
    };
}
