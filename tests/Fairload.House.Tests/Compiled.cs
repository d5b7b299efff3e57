using Mono.Cecil;

namespace Fairload.House.Tests;

/// <summary>What the compiler made of our sources: its types and what each uses, read without loading them.</summary>
internal static class Compiled
{
    public static ModuleDefinition Core { get; } = Read(typeof(Percent).Assembly.Location);
    public static ModuleDefinition App { get; } = Read(typeof(App.FairloadDb).Assembly.Location);
    public static ModuleDefinition Web { get; } = Read(typeof(Web.Serve.Site).Assembly.Location);

    public static IReadOnlyList<ModuleDefinition> Ours => [Core, App, Web];

    public static ModuleDefinition Tests(string project)
    {
        var own = typeof(Compiled).Assembly.GetName().Name!;
        var path = Path.Combine(AppContext.BaseDirectory.Replace(own, project, StringComparison.Ordinal), $"{project}.dll");
        Assert.True(File.Exists(path), $"{path} is not built. Run ./build.");
        return Read(path);
    }

    /// <summary>The types that a person wrote: not the compiler's closures, nor what generators and pages turn into.</summary>
    public static IEnumerable<TypeDefinition> Written(ModuleDefinition module) =>
        module.GetTypes().Where(t => Outermost(t).Namespace.StartsWith("Fairload.", StringComparison.Ordinal) && !IsMade(t));

    public static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type;
    }

    /// <summary>Made by the compiler or by a generator, itself or what it lies in.</summary>
    public static bool IsMade(TypeDefinition type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.CustomAttributes.Any(a => a.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")
        || (type.DeclaringType is { } outer && IsMade(outer));

    /// <summary>Every type that a type names: what it derives from, holds, takes, gives back, declares and calls.</summary>
    public static IEnumerable<TypeReference> Uses(TypeDefinition type)
    {
        var direct = new List<TypeReference?> { type.BaseType };
        direct.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        direct.AddRange(type.Fields.Select(f => f.FieldType));
        direct.AddRange(type.CustomAttributes.Select(a => a.AttributeType));
        foreach (var method in type.Methods)
        {
            direct.Add(method.ReturnType);
            direct.AddRange(method.Parameters.Select(p => p.ParameterType));
            direct.AddRange(method.GenericParameters.SelectMany(g => g.Constraints).Select(c => c.ConstraintType));
            if (!method.HasBody) continue;
            direct.AddRange(method.Body.Variables.Select(v => v.VariableType));
            foreach (var operand in method.Body.Instructions.Select(i => i.Operand)) direct.AddRange(Named(operand));
        }

        return direct.OfType<TypeReference>().SelectMany(Flatten);
    }

    public static IEnumerable<MemberReference> Members(TypeDefinition type) =>
        type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).Select(i => i.Operand).OfType<MemberReference>()
            .Where(m => m is not TypeReference);

    public static IEnumerable<TypeReference> Flatten(TypeReference type) => type switch
    {
        GenericInstanceType g => g.GenericArguments.SelectMany(Flatten).Prepend(g.ElementType),
        TypeSpecification s => Flatten(s.ElementType),
        _ => [type],
    };

    private static IEnumerable<TypeReference?> Named(object? operand)
    {
        if (operand is TypeReference type) yield return type;
        if (operand is not MemberReference member) yield break;
        yield return member.DeclaringType;
        if (member is FieldReference field) yield return field.FieldType;
        if (member is GenericInstanceMethod generic) foreach (var argument in generic.GenericArguments) yield return argument;
        if (member is not MethodReference method) yield break;
        yield return method.ReturnType;
        foreach (var parameter in method.Parameters) yield return parameter.ParameterType;
    }

    private static ModuleDefinition Read(string path) => ModuleDefinition.ReadModule(path, new ReaderParameters(ReadingMode.Immediate));
}
