using System.Globalization;
using System.Text;
using Fairload.App.Imports.Sheets;
using Fairload.App.Tests.Imports;

namespace Fairload.App.Tests.Demo.Quarter;

/// <summary>The files that the case system and the HR system of the script write.</summary>
internal sealed class Extract(Books books)
{
    /// <summary>The week from which both systems know the name of the merged team, and of the renamed one.</summary>
    public HashSet<string> KnownNames { get; } = [];

    /// <summary>The day of the extract before: what was closed since stands in the next one.</summary>
    public DateOnly? Before { get; private set; }

    /// <summary>What is open in the case system, and what was closed there since the last extract.</summary>
    public byte[] Cases(DateOnly day)
    {
        var lines = new List<string> { Extracts.CaseHeader };
        foreach (var one in Shown(day).OrderBy(c => c.Reference, StringComparer.Ordinal))
        {
            var there = one.There!;
            lines.Add(string.Join(',',
                one.Reference, there.Type, one.Area.ToString(), Day(there.Start), Day(there.Closed),
                there.Closed is null ? "" : "ended", Quoted(Written(there.Team)), Quoted(Worker(there.Worker)), Day(there.Given), ""));
        }

        return Council.Csv([.. lines]);
    }

    public IEnumerable<BookCase> Shown(DateOnly day) => books.Cases.Where(c => c.There is { } there && !c.IsLeftOut
        && (there.Closed is not { } closed || (closed <= day && (Before is null || closed > Before))));

    public void Written(DateOnly day) => Before = day;

    /// <summary>Staff, teams and days away as HR has them.</summary>
    public byte[] Staff()
    {
        using var to = new MemoryStream();
        var staff = books.People.Where(p => p.IsThere).OrderBy(p => p.Number, StringComparer.Ordinal).ToList();
        WorkbookWriter.Write(to,
        [
            new("Staff",
                ["Staff number", "Name", "Other names", "SWE number", "Role", "Level", "Team", "Service", "Employer", "FTE", "Hours",
                    "Employment type", "Start", "End", "ASYE start", "Approvals", "Manager's staff number"],
                staff.Select(p => Row(
                    p.Number, p.Name, p.OtherNames, p.Swe, p.Role, p.Level, Teams(p), p.Service, p.EmployerThere, p.FteThere, p.Hours,
                    p.Kind, p.Start, p.EndThere, p.Asye, p.Approvals, p.Manager))),
            new("Absences", ["Staff number", "From", "To", "Category"],
                staff.SelectMany(p => p.Absences.Where(a => a.IsThere).Select(a => Row(p.Number, a.From, a.ToThere, a.Category)))),
        ]);
        return to.ToArray();
    }

    /// <summary>As the systems write the name of a team: the one of before, until they are told.</summary>
    public string Written(string team)
    {
        var now = books.Teams.Now(team);
        return now.Count == 1 && KnownNames.Contains(now[0]) ? now[0] : team;
    }

    private string Teams(BookPerson p)
    {
        var shares = p.TeamsThere.GroupBy(t => Written(t.Team), t => t.Share).Select(g => (Team: g.Key, Share: g.Sum())).ToList();
        return shares.Count <= 1 ? shares.Select(s => s.Team).FirstOrDefault("")
            : string.Join("; ", shares.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Team} ({s.Share * 100:0.####}%)")));
    }

    /// <summary>By name, as case systems do; by number where two have one name.</summary>
    private string Worker(string number)
    {
        if (number.Length == 0) return "";
        var name = books.Person(number).Name;
        return books.People.Count(p => p.Name == name) == 1 ? name : number;
    }

    private static object?[] Row(params object?[] values) => values;

    private static string Quoted(string text) =>
        text.Contains(',', StringComparison.Ordinal) ? new StringBuilder().Append('"').Append(text).Append('"').ToString() : text;

    private static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";
}
