using System.Xml.Linq;
using Mono.Cecil;

namespace Fairload.House.Tests;

/// <summary>Web asks App, App asks Core, Core asks nobody; and how a type of ours is made.</summary>
public sealed class The_rings
{
    /// <summary>Interfaces with fewer than two implementations here, each with why it is one all the same.</summary>
    private static readonly Dictionary<string, string> LoneInterfaces = [];

    [Fact]
    public void Core_knows_the_base_library_and_nothing_else()
    {
        var project = XDocument.Parse(Repository.Read("src/Fairload.Core/Fairload.Core.csproj"));

        Assert.DoesNotContain(project.Descendants(), e => e.Name.LocalName is "PackageReference" or "ProjectReference"
            or "FrameworkReference");
        Repository.Finds(
            Compiled.Core.AssemblyReferences.Select(a => a.Name)
                .Where(n => !n.StartsWith("System.", StringComparison.Ordinal) && n is not ("netstandard" or "MathNet.Numerics")),
            "Core is pure, and yet it uses:");
    }

    [Fact]
    public void App_knows_nothing_of_the_web_program() =>
        Assert.DoesNotContain(Compiled.App.AssemblyReferences, a => a.Name == Compiled.Web.Assembly.Name.Name);

    /// <summary>A command may pass the database on that <c>Words.WithData</c> opened for it. Asking it anything is a desk's work.</summary>
    [Fact]
    public void Web_asks_a_desk_and_never_the_database_but_where_the_site_starts() =>
        Repository.Finds(
            Compiled.Web.GetTypes()
                .Where(t => Compiled.Outermost(t).Namespace != "Fairload.Web.Serve")
                .SelectMany(t => Asked(t).Select(what => $"{t.FullName} uses {what}")),
            "These touch the database. Give the desk in Fairload.App a method for it:");

    /// <summary>They are worked out inside Core, and leave it in a release.</summary>
    [Fact]
    public void Figures_by_protected_group_are_shown_by_nothing_but_a_release() => Repository.Finds(
        Reaching([Compiled.App, Compiled.Web], "Fairload.Core.Allocation.FairnessByGroup", "Fairload.Core.Allocation.GroupFairness"),
        "These reach figures about protected groups without a release:");

    /// <summary>What somebody said of themselves is read where releases are made, shown to that person, and made up for the demo.</summary>
    [Fact]
    public void What_people_said_of_themselves_is_touched_in_one_place() => Repository.Finds(
        Reaching([Compiled.App, Compiled.Web], "Fairload.Core.Allocation.OwnGroup", "Fairload.Core.Allocation.PersonOfGroups")
            .Where(u => !u.Contains("GroupFairnessDesk", StringComparison.Ordinal)
                && !u.StartsWith("Fairload.App.Allocation.OwnGroupMapping", StringComparison.Ordinal)
                && !u.StartsWith("Fairload.App.Demo.", StringComparison.Ordinal)),
        "These touch what people said of themselves:");

    /// <summary>Pages, files and commands read results that were let out. What they are made from they do not touch.</summary>
    [Fact]
    public void What_groups_answered_reaches_Web_only_when_it_was_let_out() => Repository.Finds(
        Reaching(
            [Compiled.Web], "Fairload.Core.Surveys.Results.Tally", "Fairload.Core.Surveys.Results.ResultGroup",
            "Fairload.Core.Surveys.Results.RoundStructure", "Fairload.Core.Surveys.BallotComment"),
        "These reach what people answered without a release:");

    /// <summary>Web, and whoever builds on it, can ask the ballot store for counts, receipts and the close, and for no answer.</summary>
    [Fact]
    public void What_people_answered_leaves_the_ballot_store_to_nobody_but_App()
    {
        var store = Compiled.App.GetType("Fairload.App.Surveys.Ballots.BallotStore");
        var given = store.Methods.Where(m => m.IsPublic)
            .SelectMany(m => Compiled.Flatten(m.ReturnType).Select(t => (m.Name, t.FullName))).ToList();
        var friends = Compiled.App.Assembly.CustomAttributes.Where(a => a.AttributeType.Name == "InternalsVisibleToAttribute")
            .Select(a => (string)a.ConstructorArguments[0].Value);

        Assert.Contains(given, g => g.FullName == "Fairload.App.Surveys.Ballots.CloseRecord");
        Repository.Finds(
            given.Where(g => g.FullName is "Fairload.Core.Surveys.Ballot" or "Fairload.Core.Surveys.BallotComment").Select(g => g.Name),
            "These give ballots or comments to everybody:");
        Repository.Finds(friends.Where(f => !f.EndsWith(".Tests", StringComparison.Ordinal)), "These see what App keeps to itself:");
    }

    [Fact]
    public void An_interface_is_there_for_two_that_keep_it()
    {
        var ours = Compiled.Ours.SelectMany(m => m.GetTypes()).ToList();
        var kept = ours.SelectMany(t => t.Interfaces).Select(i => i.InterfaceType.GetElementType().FullName).ToList();

        Repository.Finds(
            ours.Where(t => t.IsInterface && !Compiled.IsMade(t) && !LoneInterfaces.ContainsKey(t.FullName)
                && kept.Count(k => k == t.FullName) < 2).Select(t => t.FullName),
            "An interface with fewer than two implementations is a class with two names:");
    }

    [Fact]
    public void Every_class_is_sealed_unless_one_of_ours_derives_from_it()
    {
        var bases = Compiled.Ours.SelectMany(m => m.GetTypes()).Select(t => t.BaseType?.GetElementType().FullName).ToHashSet();

        Repository.Finds(
            Compiled.Ours.SelectMany(Compiled.Written)
                .Where(t => t.IsClass && !t.IsValueType && !t.IsSealed && !t.IsAbstract && !bases.Contains(t.FullName))
                .Select(t => t.FullName),
            "Seal these classes:");
    }

    [Fact]
    public void Every_public_type_of_Core_says_in_the_words_of_the_field_what_it_is()
    {
        var said = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Fairload.Core.xml")).Descendants("member")
            .Where(m => !string.IsNullOrWhiteSpace(m.Element("summary")?.Value))
            .Select(m => m.Attribute("name")!.Value).ToHashSet();

        Repository.Finds(
            Compiled.Written(Compiled.Core).Where(t => IsPublic(t) && !said.Contains($"T:{t.FullName.Replace('/', '.')}"))
                .Select(t => t.FullName),
            "These public types of Core have no summary:");
    }

    /// <summary>Types of some rings that use any of these types of Core, which have to be there.</summary>
    private static IEnumerable<string> Reaching(IReadOnlyList<ModuleDefinition> rings, params string[] raw)
    {
        Assert.All(raw, r => Assert.NotNull(Compiled.Core.GetType(r)));
        return rings.SelectMany(ring => ring.GetTypes()).SelectMany(t =>
            Compiled.Uses(t).Where(u => raw.Contains(u.FullName)).Select(u => $"{t.FullName} uses {u.FullName}"));
    }

    private static bool IsPublic(TypeDefinition type) => type.IsPublic || (type.IsNestedPublic && IsPublic(type.DeclaringType));

    private static IEnumerable<string> Asked(TypeDefinition type)
    {
        foreach (var member in Compiled.Members(type))
            if (Compiled.Flatten(member.DeclaringType).Any(IsDatabase)) yield return $"{member.DeclaringType.Name}.{member.Name}";

        if (type.BaseType is { } parent && IsDatabase(parent)) yield return parent.Name;
        if (Compiled.IsMade(type)) yield break;
        foreach (var field in type.Fields.Where(f => Compiled.Flatten(f.FieldType).Any(IsDatabase)))
            yield return $"a field of {field.FieldType.Name}";
        foreach (var constructor in type.Methods.Where(m => m.IsConstructor && m.Parameters.Any(p => IsDatabase(p.ParameterType))))
            yield return $"it in {constructor.Name}";
    }

    private static bool IsDatabase(TypeReference type) =>
        type.FullName == typeof(App.FairloadDb).FullName
        || type.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
        || type.Namespace.StartsWith("Npgsql", StringComparison.Ordinal)
        || type.Namespace.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal);
}
