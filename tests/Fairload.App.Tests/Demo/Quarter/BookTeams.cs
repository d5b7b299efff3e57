namespace Fairload.App.Tests.Demo.Quarter;

/// <summary>A team as the script keeps it.</summary>
internal sealed class BookTeam(string name, string service, string employer)
{
    public string Name { get; set; } = name;
    public string Service { get; } = service;
    public string Employer { get; set; } = employer;
    public bool HasEnded { get; set; }
}

/// <summary>Teams, and which followed which: a plain list that the script keeps beside the program.</summary>
internal sealed class BookTeams
{
    private readonly Dictionary<string, List<string>> _next = [];

    public List<BookTeam> All { get; } = [];

    public IEnumerable<BookTeam> Living => All.Where(t => !t.HasEnded);

    public BookTeam Of(string name) => All.Single(t => t.Name == name);

    public void Becomes(string before, params string[] after) => _next[before] = [.. after];

    /// <summary>The teams that have its work now: one, or several after a split.</summary>
    public IReadOnlyList<string> Now(string name) =>
        _next.TryGetValue(name, out var after) ? [.. after.SelectMany(Now).Distinct()] : [name];

    /// <summary>Of several the one in which it lies already, else one in which its worker is, else the first.</summary>
    public string Now(string name, string lies, IEnumerable<string> ofWorker)
    {
        if (name.Length == 0) return "";
        var now = Now(name);
        if (now.Count == 1) return now[0];
        return now.Contains(lies) ? lies : ofWorker.FirstOrDefault(now.Contains) ?? now[0];
    }
}
