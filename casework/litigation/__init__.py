"""What courts, police and procuratorates did on the same dispute, recorded as facts beside our own proceedings."""
