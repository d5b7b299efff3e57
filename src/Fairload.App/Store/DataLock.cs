namespace Fairload.App.Store;

/// <summary>
/// One process on a SQLite file: whoever holds this. The lock is the operating system's, so a process that dies gives it back; the
/// note beside it names the owner for whoever comes second. PostgreSQL needs none.
/// </summary>
public sealed class DataLock : IDisposable
{
    private readonly FileStream? _held;
    private readonly string _note;

    private DataLock(FileStream? held, string note) => (_held, _note) = (held, note);

    /// <param name="word">What the owner does: <c>serve</c>, <c>import staff</c>.</param>
    public static Result<DataLock> Take(DataDirectory data, string word)
    {
        if (data.IsPostgres) return new DataLock(null, "");

        var note = Path.Combine(data.Path, "fairload.owner");
        try
        {
            var held =
                new FileStream(Path.Combine(data.Path, "fairload.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            SayWho(note, word);
            return new DataLock(held, note);
        }
        catch (IOException) when (File.Exists(note))
        {
            return new Problem("data", $"The data in {data.Path} are in use by: fairload {File.ReadAllText(note)}. Stop it first, or do this in its pages.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem("data", $"The data in {data.Path} can not be locked: {e.Message} Check that you may write there and that the disk is not full.");
        }
    }

    /// <summary>On a full disk the note can not be written. That is no reason to refuse: whoever makes room has to get in.</summary>
    private static void SayWho(string note, string word)
    {
        try
        {
            File.WriteAllText(note, $"{word} (process {Environment.ProcessId})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Delete(note);
        }
    }

    private static void Delete(string note)
    {
        try
        {
            File.Delete(note);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An old note names an owner that is gone; the lock itself is free.
        }
    }

    public void Dispose()
    {
        if (_held is null) return;
        Delete(_note);
        _held.Dispose();
    }
}
