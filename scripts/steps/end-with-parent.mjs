// Loaded into the server before its own code: when the start script is killed, the server closes cleanly too
// instead of holding the data folder without anybody knowing.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
