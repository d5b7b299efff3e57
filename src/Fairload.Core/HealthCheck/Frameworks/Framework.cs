using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Surveys;

namespace Fairload.Core.HealthCheck.Frameworks;

/// <summary>A measure as a framework numbers it.</summary>
public sealed record FrameworkMeasure(string Number, string Code);

/// <summary>A part of a framework: an area, or a standard.</summary>
/// <param name="Measures">In the framework's order; may be empty where nothing countable was found.</param>
public sealed record FrameworkPart(string Code, Wording Name, IReadOnlyList<FrameworkMeasure> Measures);

/// <summary>A version of a set of expectations, as data. Versions never change: a new one is another framework.</summary>
/// <remarks>Five areas: Social Work Task Force, 2009. Standards for employers of social workers in England: 2014, 2020, 2025. The number
/// of a standard means something else in another version, so nothing is followed from year to year by its number.</remarks>
/// <param name="Year">In which it came out.</param>
/// <param name="Note">What it is, whose it is, and what of it is in our own words.</param>
public sealed record Framework(string Code, int Year, Wording Name, Wording Note, IReadOnlyList<FrameworkPart> Parts)
{
    public IEnumerable<FrameworkMeasure> Measures => Parts.SelectMany(p => p.Measures);

    public FrameworkPart? PartOf(string measure) => Parts.FirstOrDefault(p => p.Measures.Any(m => m.Code == measure));

    /// <summary>Refuses codes and numbers that are there twice, texts that are missing, and measures without a card.</summary>
    public static Result<Framework> Read(Framework framework, IReadOnlyDictionary<string, MeasureCard> cards)
    {
        var problems = new List<Problem>();
        if (!Codes.IsSound(framework.Code))
            problems.Add(new("Code", $"“{framework.Code}” is no code of a framework. Write it in lower-case letters, digits and hyphens"));
        if (!framework.Name.IsWhole || !framework.Note.IsWhole || framework.Parts.Any(p => !p.Name.IsWhole))
            problems.Add(new("Name", $"{framework.Code}: a name or the note is empty in English or in Welsh. Fill in both"));
        if (framework.Parts.Count == 0) problems.Add(new("Parts", $"{framework.Code} has no parts. Give it one or more"));
        foreach (var part in Twice(framework.Parts.Select(p => p.Code)))
            problems.Add(new("Parts", $"{framework.Code} has part {part} twice. Give each part a code of its own"));
        foreach (var number in Twice(framework.Measures.Select(m => m.Number)))
            problems.Add(new("Measures", $"{framework.Code} has number {number} twice. Number each measure once"));
        foreach (var code in Twice(framework.Measures.Select(m => m.Code)))
            problems.Add(new("Measures", $"{framework.Code} has measure {code} twice. Let it stand in one part"));
        foreach (var measure in framework.Measures.Where(m => !cards.ContainsKey(m.Code)))
            problems.Add(new("Measures", $"{framework.Code}: {measure.Number} names measure {measure.Code}, of which there is no card. Write the card first, or take the measure out"));
        return problems.Count > 0 ? problems : framework;
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.CountBy(n => n, StringComparer.Ordinal).Where(n => n.Value > 1).Select(n => n.Key);
}
